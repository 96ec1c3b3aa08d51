import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import { type Minor, minorDigits, minorText } from "@/lib/domain/shared/money";
import { AppError } from "@/lib/errors";
import { exportCell } from "@/lib/import/export-cell";

/** A file to save, in pieces. */
export type ExportedFile = { readonly fileName: string; readonly chunks: AsyncIterable<string | Uint8Array> };
export type TableFormat = "csv" | "xlsx";

/** A cell as it is written: text, a number, or money exactly to the minor unit; null is empty. */
export type TableCell = string | number | boolean | null | { readonly amount: Minor; readonly currency: string };
export type TableColumn<Row> = { readonly name: string; readonly cell: (row: Row) => TableCell };

export type TableFile<Row> = {
  /** Without its ending. */
  readonly name: string;
  /** Where the rows come from: organization, as-of date, filter. */
  readonly origin: Readonly<Record<string, string | number>>;
  readonly columns: readonly TableColumn<Row>[];
  /** The rows in pieces, in order. */
  readonly rows: AsyncIterable<readonly Row[]>;
};

/** A workbook is made in memory, so it has a bound; a CSV file has none. */
const XLSX_MAX_ROWS = 50_000;

export function writeTable<Row>(format: TableFormat, table: TableFile<Row>): ExportedFile {
  return { fileName: `${table.name}.${format}`, chunks: format === "csv" ? csvChunks(table) : xlsxChunks(table) };
}

/** UTF-8 with a byte order mark, CRLF. Each line begins with its origin, so that it still tells it after sorting and pasting. */
async function* csvChunks<Row>({ origin, columns, rows }: TableFile<Row>): AsyncGenerator<string> {
  const before = Object.values(origin).map(plainCell);
  yield `\uFEFF${csvLines([[...Object.keys(origin), ...columns.map(({ name }) => name)]])}`;
  for await (const piece of rows) yield csvLines(piece.map((row) => [...before, ...columns.map(({ cell }) => plainCell(cell(row)))]));
}

function csvLines(lines: readonly (readonly string[])[]): string {
  return stringify([...lines.map((line) => [...line])], { record_delimiter: "windows" });
}

function plainCell(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return exportCell(cell);
  return typeof cell === "object" ? minorText(cell.amount, cell.currency) : String(cell);
}

/** Two sheets: the rows, with numbers as numbers, and where they come from. */
async function* xlsxChunks<Row>({ origin, columns, rows }: TableFile<Row>): AsyncGenerator<Uint8Array> {
  const data = [columns.map(({ name }) => ({ value: name, fontWeight: "bold" as const }))];
  const lines: XlsxCell[][] = [];
  for await (const piece of rows) {
    for (const row of piece) lines.push(columns.map(({ cell }) => xlsxCell(cell(row))));
    if (lines.length > XLSX_MAX_ROWS)
      throw new AppError("too_large", `This table has more than ${XLSX_MAX_ROWS} rows, which is more than a workbook takes here. Export it as CSV.`);
  }
  const about = Object.entries(origin).map(([name, value]) => [{ value: name, fontWeight: "bold" as const }, xlsxCell(value)]);
  const widths = columns.map(({ name }) => ({ width: Math.max(12, name.length + 2) }));
  yield await writeXlsxFile([
    { data: [...data, ...lines], sheet: "Rows", columns: widths, stickyRowsCount: 1 },
    { data: about, sheet: "About", columns: [{ width: 20 }, { width: 60 }] },
  ]).toBuffer();
}

type XlsxCell =
  | { readonly value: string; readonly type: StringConstructor }
  | { readonly value: number; readonly format: string }
  | { readonly value: boolean }
  | null;

/** Text is written as text, which no spreadsheet runs as a formula. */
function xlsxCell(cell: TableCell): XlsxCell {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return { value: cell, type: String };
  if (typeof cell === "boolean") return { value: cell };
  if (typeof cell === "number") return { value: cell, format: "General" };
  const digits = minorDigits(cell.currency);
  return { value: Number(minorText(cell.amount, cell.currency)), format: digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}` };
}
