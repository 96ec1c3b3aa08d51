import type { ImportKindGuide } from "@/lib/contracts/import-kind";

const HEADER_BYTES = 64 * 1024;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** A control character that is no white space: only files that are no text hold it. */
const NOT_TEXT = /[^\P{Cc}\s]/u;

/** The headers of a CSV file, from its first line, or why there can be none. A guess to help with the mapping: the server reads the file for itself. */
export type HeaderGuess = { readonly headers: readonly string[]; readonly fault: "empty" | "not_text" | null };

export async function readHeader(file: File): Promise<HeaderGuess> {
  const start = decoded(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
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

/** As the server does by itself: UTF-8 if it is that, else Windows-1252. The last character may be cut off by where the piece ends. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Columns that no header fills by its name or an alias. */
export function columnsToMap(guide: ImportKindGuide, headers: readonly string[]): ImportKindGuide["columns"] {
  const known = new Set(headers.map(comparable));
  return guide.columns.filter(({ name, aliases }) => ![name, ...aliases].some((it) => known.has(comparable(it))));
}

/** Headers that fill no column by themselves; they are ignored unless somebody says what they hold. */
export function headersWithoutColumn(guide: ImportKindGuide, headers: readonly string[]): string[] {
  const known = new Set(guide.columns.flatMap(({ name, aliases }) => [name, ...aliases]).map(comparable));
  return headers.filter((header) => header !== "" && !known.has(comparable(header)) && !OUR_OWN.test(header));
}

/** Columns of a download to mend, and attributes of partners, which every header that begins so fills. */
const OUR_OWN = /^(error_\w+|attr\..+)$/i;

/** Case, spaces, `_`, `-` and `.` do not matter in a header. */
function comparable(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "");
}
