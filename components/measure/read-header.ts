import type { ImportKindGuide } from "@/lib/contracts/import-kind";

const HEADER_BYTES = 64 * 1024;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The headers of a CSV file, from its first line. A guess to help with the mapping: the server reads the file for itself. */
export async function readHeader(file: File): Promise<string[]> {
  const start = await file.slice(0, HEADER_BYTES).text();
  const line = start.split(/\r\n|\n|\r/, 1)[0] ?? "";
  const delimiter = DELIMITERS.toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ",";
  return line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"'),
  );
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
