import type { FileFormat } from "./file-format";
import { CellFault } from "./row-error";

/** What of the file's format decides how a cell is read. */
export type CellFormat = Pick<FileFormat, "decimal" | "dateFormat" | "defaultCurrency">;

/** Reads the text of one cell, trimmed and not empty. */
export type CellReader<T> = (text: string) => T | CellFault;

/** A type of cell: `description` is for people, `reader` is made once per file, `fallback` is the value of an empty optional cell. */
export type CellType<T> = {
  readonly description: string;
  readonly reader: (format: CellFormat) => CellReader<T>;
  readonly fallback?: (format: CellFormat) => T | null;
};

const REMEMBERED_CELLS = 4_096;
const REMEMBERED_CHARACTERS = 32;

/** A reader that answers a text it has met before from memory, for columns where few texts come again and again. */
export function remembering<T>(read: CellReader<T>): CellReader<T> {
  const known = new Map<string, T | CellFault>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (text.length > REMEMBERED_CHARACTERS) return value;
    if (known.size >= REMEMBERED_CELLS) known.clear();
    known.set(text, value);
    return value;
  };
}

type ColumnText = {
  /** One sentence for templates and documentation. */
  readonly help: string;
  readonly example: string;
  /** Other headers it is known by; case, spaces, `_`, `-` and `.` do not matter. */
  readonly aliases?: readonly string[];
};

export type Column<T> = Required<ColumnText> & {
  /** The file must have this column and every row a value in it. */
  readonly required: boolean;
  readonly type: string;
  readonly reader: (format: CellFormat) => CellReader<T>;
  readonly whenEmpty: (format: CellFormat) => T | CellFault;
};

const EMPTY = new CellFault("required", "A value is required here; fill it in.");

export function required<T>(cell: CellType<T>, text: ColumnText): Column<T> {
  return { aliases: [], ...text, required: true, type: cell.description, reader: cell.reader, whenEmpty: () => EMPTY };
}

/** An empty cell, or a file without the column, is null unless the cell type has a fallback. */
export function optional<T>(cell: CellType<T>, text: ColumnText): Column<T | null> {
  return {
    aliases: [],
    ...text,
    required: false,
    type: cell.description,
    reader: cell.reader,
    whenEmpty: (format) => cell.fallback?.(format) ?? null,
  };
}

/** A row of a kind that `keepsAbsent`: what a file without a column says of the optional ones is nothing, undefined. */
export type PartialRowOf<Columns> = {
  readonly [Name in keyof Columns]: Columns[Name] extends Column<infer T> ? (null extends T ? T | undefined : T) : never;
};

/** The row that a set of columns reads: one value per column, under the column's name. */
export type RowOf<Columns> = { readonly [Name in keyof Columns]: Columns[Name] extends Column<infer T> ? T : never };
