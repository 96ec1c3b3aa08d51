import { attribute } from "./cells/attribute";
import type { CellFormat, CellReader, Column } from "./column";
import { importedCell } from "./export-cell";
import type { ImportKind } from "./import-kind";
import { type ImportRow, kindDefinitions } from "./kind-definitions";
import { ATTRIBUTE_PREFIX, type HeaderColumn } from "./match-header";
import { CellFault, type RowError } from "./row-error";

const MAX_CELL_CHARACTERS = 64 * 1024;
const SHOWN_CHARACTERS = 200;

/** Where a value of the row comes from: `index` is the cell's position, -1 when the file has no such column. */
type Step = {
  readonly name: string;
  readonly index: number;
  readonly header: string;
  readonly read: CellReader<unknown>;
  readonly empty: unknown;
};

/** Reads one record's cells: the typed row, or every reason why it is rejected. */
export type RowConverter<Kind extends ImportKind> = (cells: readonly string[]) => ImportRow[Kind] | RowError[];

export function rowConverter<Kind extends ImportKind>(kind: Kind, header: readonly HeaderColumn[], format: CellFormat): RowConverter<Kind> {
  const { columns, keepsAbsent, crossCheck, attributeExample } = kindDefinitions[kind];
  const columnSteps = Object.entries<Column<unknown>>(columns).map(([name, column]): Step => {
    const index = header.findIndex((it) => it.column === name);
    const empty = index === -1 && keepsAbsent ? undefined : column.whenEmpty(format);
    return { name, index, header: header[index]?.header ?? name, read: column.reader(format), empty };
  });
  const attributeSteps = header.flatMap(({ header, column }, index): Step[] =>
    column?.startsWith(ATTRIBUTE_PREFIX)
      ? [{ name: column.slice(ATTRIBUTE_PREFIX.length), index, header, read: attribute.reader(format), empty: null }]
      : [],
  );
  const leastCells = 1 + header.findLastIndex((it) => it.header !== "");

  return (cells) => {
    if (!fitsHeader(cells, leastCells, header.length)) return [wrongCellCount(cells.length, header.length)];
    for (let at = 0; at < cells.length; at++) {
      const fault = damage(cells[at] ?? "");
      if (fault !== null) return [rowError(header[at]?.header ?? null, cells[at] ?? "", fault)];
    }

    const values: Record<string, unknown> = {};
    const errors: RowError[] = [];
    readCells(columnSteps, cells, values, errors);
    if (attributeExample) {
      const attributes: Record<string, unknown> = {};
      readCells(attributeSteps, cells, attributes, errors);
      values.attributes = attributes;
    }
    if (errors.length > 0) return errors;

    const row = values as ImportRow[Kind];
    const crossFault = crossCheck?.(row) ?? null;
    if (crossFault === null) return row;
    const step = columnSteps.find((it) => it.name === crossFault.column);
    return [rowError(step?.header ?? crossFault.column, cells[step?.index ?? -1] ?? "", crossFault.fault)];
  };
}

/** Reads each step's cell into `values`; a value of undefined leaves its name out. */
function readCells(steps: readonly Step[], cells: readonly string[], values: Record<string, unknown>, errors: RowError[]): void {
  for (const { name, index, header, read, empty } of steps) {
    const text = importedCell((cells[index] ?? "").trim());
    const value = text === "" ? empty : read(text);
    if (value instanceof CellFault) errors.push(rowError(header, text, value));
    else if (value !== undefined) values[name] = value;
  }
}

/** Cells may only be missing where the header is blank, and only be left over where they are blank themselves. */
function fitsHeader(cells: readonly string[], leastCells: number, headers: number): boolean {
  return cells.length === headers || (cells.length >= leastCells && cells.slice(headers).every((cell) => cell.trim() === ""));
}

function wrongCellCount(found: number, expected: number): RowError {
  const message = `The row has ${found} cells and the header ${expected}; look for a missing or an unquoted delimiter, or a quote that is not closed.`;
  return { column: null, value: "", code: "wrong_cell_count", message };
}

const QUOTE = 0x22;
const TOO_LONG = new CellFault("cell_too_long", "A cell may hold 64 KB; shorten it, or look for a quote that is not closed.");
const STRAY_QUOTE = new CellFault("stray_quote", 'A quote opened here runs over the end of the line; close it, or write a quote within text as "".');

/**
 * What is wrong with a cell even in a column that is ignored. A quote that was never closed ends at the next stray one, takes the lines
 * between with it and keeps its opening quote: without this they would be lost in silence.
 */
function damage(cell: string): CellFault | null {
  if (cell.length > MAX_CELL_CHARACTERS) return TOO_LONG;
  return cell.charCodeAt(0) === QUOTE && /[\r\n]/.test(cell) ? STRAY_QUOTE : null;
}

function rowError(column: string | null, value: string, { code, message }: CellFault): RowError {
  return { column, value: shown(value), code, message };
}

/** The beginning of a cell, cut between characters: half of one is no text, and no database keeps it. */
function shown(value: string): string {
  return value.slice(0, SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, "");
}
