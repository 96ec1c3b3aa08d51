import type { Column } from "./column";
import type { CellFault } from "./row-error";

/** A fault that only shows when several cells are read together, laid at the column to mend. */
export type CrossFault<Row> = { readonly column: keyof Row & string; readonly fault: CellFault };

/** One kind of file: its columns in template order, and the rules across them. */
export type KindDefinition<Row> = {
  /** One sentence: what one line of such a file is. */
  readonly help: string;
  readonly columns: { readonly [Name in Exclude<keyof Row, "attributes">]: Column<Row[Name]> };
  /** Present when a file without an optional column leaves what is known of it: the row then has no value there, not even null. */
  readonly keepsAbsent?: true;
  readonly crossCheck?: (row: Row) => CrossFault<Row> | null;
  /** Present when `attr.<key>` columns are taken in as the row's `attributes`; the example is for the template. */
  readonly attributeExample?: { readonly key: string; readonly value: string };
};
