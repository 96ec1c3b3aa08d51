import type { ImportBatch } from "@/lib/contracts/import-batch";
import type { FORMAT_FIELDS } from "./upload-address";

type Format = ImportBatch["format"];
type FormatField = (typeof FORMAT_FIELDS)[number];

/** What the server takes a file for that nobody says anything of: the form's fields are empty then. */
const UNSAID: Readonly<Record<FormatField, string>> = {
  encoding: "auto",
  delimiter: "auto",
  decimal: ".",
  dateFormat: "YYYY-MM-DD",
  defaultCurrency: "",
};

/** What a field of the form holds for a file that was written so; "" where nothing was said. */
export function formatFieldOf(format: Format, field: FormatField): string {
  const value = format[field] ?? "";
  return value === UNSAID[field] ? "" : value;
}

/** Whether anything was said of how the file is written. */
export function saysFormat(format: Format): boolean {
  return Object.keys(UNSAID).some((field) => formatFieldOf(format, field as FormatField) !== "");
}

/** The header that a person chose for a column; "" where none was chosen. */
export function headerFor(format: Format, column: string): string {
  return Object.entries(format.mapping ?? {}).find(([, meant]) => meant === column)?.[0] ?? "";
}
