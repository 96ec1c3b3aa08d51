import type { ImportKindGuide } from "@/lib/contracts/import-kind";

const HEADER_BYTES = 64 * 1024;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** A control character that is no white space: only files that are no text hold it. */
const NOT_TEXT = /[^\P{Cc}\s]/u;

/** The headers of a CSV file, from its first line, or why there can be none. A guess to help with the mapping: the server reads the file for itself. */
export type HeaderGuess = { readonly headers: readonly string[]; readonly fault: "empty" | "not_text" | null };

export async function readHeader(file: File): Promise<HeaderGuess> {
  const start = await file.slice(0, HEADER_BYTES).text();
  if (start.trim() === "") return { headers: [], fault: "empty" };
  if (NOT_TEXT.test(start)) return { headers: [], fault: "not_text" };
  const line = start.split(/\r\n|\n|\r/, 1)[0] ?? "";
  const delimiter = DELIMITERS.toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ",";
  const headers = line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"'),
  );
  return { headers, fault: null };
}

/** Required columns that no header fills by its name or an alias. */
export function columnsToMap(guide: ImportKindGuide, headers: readonly string[]): ImportKindGuide["columns"] {
  const known = new Set(headers.map(comparable));
  return guide.columns.filter(({ name, required, aliases }) => required && ![name, ...aliases].some((it) => known.has(comparable(it))));
}

/** Case, spaces, `_`, `-` and `.` do not matter in a header. */
function comparable(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "");
}
