import { z } from "zod";

/** Why a file as a whole cannot be read. */
export const ImportFileErrorCode = z.enum([
  "empty_file",
  "no_rows",
  "binary_content",
  "unsupported_encoding",
  "contradicted_encoding",
  "quote_not_closed",
  "row_too_long",
  "too_many_columns",
  "duplicate_header",
  "missing_columns",
  "column_given_twice",
  "unknown_mapping_target",
  "mapped_header_missing",
]);
export type ImportFileErrorCode = z.infer<typeof ImportFileErrorCode>;

/** A file that cannot be read: `what` is wrong, at which physical `line` (null: the file as a whole), and `how` to mend it. */
export class ImportFileError extends Error {
  override readonly name = "ImportFileError";
  readonly code: ImportFileErrorCode;
  readonly what: string;
  readonly line: number | null;
  readonly how: string;

  constructor(code: ImportFileErrorCode, fault: { readonly what: string; readonly line?: number; readonly how: string }) {
    super(fault.line === undefined ? `${fault.what} ${fault.how}` : `Line ${fault.line}: ${fault.what} ${fault.how}`);
    this.code = code;
    this.what = fault.what;
    this.line = fault.line ?? null;
    this.how = fault.how;
  }
}
