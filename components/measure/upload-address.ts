import type { ImportBatch } from "@/lib/contracts/import-batch";

/** Names of the form's fields; a mapped column's field is `MAPPED` and the column's name. */
export const MAPPED = "column.";
export const FORMAT_FIELDS = ["encoding", "delimiter", "decimal", "dateFormat", "defaultCurrency"] as const;

/** Where a file is sent to, with what the form says about it. What is left at "detect" or empty is left to the server. */
export function uploadAddress(kind: ImportBatch["kind"], name: string, form: FormData): string {
  const format: Record<string, unknown> = {};
  for (const field of FORMAT_FIELDS) {
    const value = form.get(field);
    if (typeof value === "string" && value !== "") format[field] = value; // a tab is a delimiter: nothing is trimmed
  }
  const mapping: Record<string, string> = {};
  for (const [field, header] of form) {
    if (field.startsWith(MAPPED) && typeof header === "string" && header !== "") mapping[header] = field.slice(MAPPED.length);
  }
  if (Object.keys(mapping).length > 0) format.mapping = mapping;
  return `/api/v1/imports?${new URLSearchParams({ kind, name, format: JSON.stringify(format) })}`;
}
