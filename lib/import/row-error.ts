import { z } from "zod";

/** Why a row is rejected; every code belongs to one way of mending it. */
export const RowErrorCode = z.enum([
  "required",
  "too_long",
  "control_character",
  "damaged_by_spreadsheet",
  "not_a_key",
  "not_a_currency",
  "not_in_list",
  "not_a_number",
  "ambiguous_number",
  "currency_symbol",
  "not_an_integer",
  "too_many_decimals",
  "out_of_range",
  "not_a_date",
  "dates_out_of_order",
  "wrong_cell_count",
  "stray_quote",
  "cell_too_long",
  "contradicts_earlier_line",
  "circular_region",
]);
export type RowErrorCode = z.infer<typeof RowErrorCode>;

/**
 * One reason why a row was rejected. `column` is the file's own header, or our column's name when the file has none, or null when
 * the whole row is at fault; `value` is the cell as found, cut to 200 characters; `message` says what is expected.
 */
export type RowError = { readonly column: string | null; readonly value: string; readonly code: RowErrorCode; readonly message: string };

/** What a cell reader answers instead of a value. */
export class CellFault {
  constructor(
    readonly code: RowErrorCode,
    readonly message: string,
  ) {}
}
