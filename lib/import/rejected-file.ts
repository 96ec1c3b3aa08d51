import { stringify } from "csv-stringify/sync";
import { exportCell } from "./export-cell";
import type { FileHeader } from "./read-rows";

/** A row to mend, its cells as written, with what is wrong with each. */
export type FaultyRow = {
  readonly line: number;
  readonly raw: readonly string[];
  readonly errors: readonly { readonly column: string | null; readonly value: string; readonly code: string; readonly message: string }[];
};

/** Put before the file's own columns. No kind has columns of these names, so that they are ignored when the file comes back. */
export const ERROR_COLUMNS = ["error_line", "error_column", "error_value", "error_code", "error_message"] as const;

const BYTE_ORDER_MARK = "\ufeff";

/**
 * Rejected rows, or rows that wait, as a CSV file to mend and upload again with the same format: one line per row, its errors joined by " | ", then
 * the cells as they were, also when they are too many or too few. UTF-8 with a byte order mark, in the original's delimiter.
 */
export async function* rejectedFile(header: FileHeader, batches: AsyncIterable<readonly FaultyRow[]>): AsyncGenerator<string> {
  const { delimiter, columns } = header;
  // A file that was mended before brings its old error columns along.
  const own = (_: unknown, index: number) => !isErrorColumn(columns[index]?.header);
  // csv-stringify would leave a lone CR bare, and on the way back it would end the row.
  const csv = (lines: readonly (readonly string[])[]) =>
    stringify(
      lines.map((line) => line.map(exportCell)),
      { delimiter },
    );

  yield BYTE_ORDER_MARK + csv([[...ERROR_COLUMNS, ...columns.map((column) => column.header).filter(own)]]);
  for await (const batch of batches) {
    if (batch.length > 0) yield csv(batch.map((row) => [...errorCells(row), ...row.raw.filter(own)]));
  }
}

function errorCells({ line, errors }: FaultyRow): string[] {
  const join = (part: (error: FaultyRow["errors"][number]) => string) => errors.map(part).join(" | ");
  return [
    String(line),
    join((error) => error.column ?? ""),
    join((error) => error.value),
    join((error) => error.code),
    join((error) => error.message),
  ];
}

function isErrorColumn(header: string | undefined): boolean {
  return ERROR_COLUMNS.some((name) => name === header);
}
