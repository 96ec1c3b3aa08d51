import { type RowConverter, rowConverter } from "./convert-row";
import { decodeText, type ReadProgress } from "./decode-text";
import { withDelimiter } from "./detect-delimiter";
import type { Delimiter, FileFormat } from "./file-format";
import { ImportFileError } from "./import-file-error";
import type { ImportKind } from "./import-kind";
import type { ImportRow } from "./kind-definitions";
import { type HeaderColumn, matchHeader } from "./match-header";
import type { RowError } from "./row-error";
import { splitRecords } from "./split-records";

const BATCH_ENTRIES = 2_000;
const BATCH_BYTES = 1024 * 1024;

/** What was made of the file's header. */
export type FileHeader = { readonly delimiter: Delimiter; readonly columns: readonly HeaderColumn[] };

/** A row that cannot be loaded: the physical line it begins on, its cells as written, and every reason found. */
export type RejectedRow = { readonly line: number; readonly raw: readonly string[]; readonly errors: readonly RowError[] };

/** A row that can be read, with its cells as written: it may still turn out to contradict another one. */
type TypedRow<Kind extends ImportKind> = { readonly line: number; readonly row: ImportRow[Kind]; readonly cells: readonly string[] };

/**
 * Some consecutive records of a file. `read` = rows + rejected + `ignored` (blank lines); `read`, `ignored` and `bytes` count what
 * came since the batch before, so that they add up to the file's. `encoding` is null while all was ASCII.
 */
export type RowBatch<Kind extends ImportKind> = {
  readonly header: FileHeader;
  readonly encoding: ReadProgress["encoding"];
  readonly rows: readonly TypedRow<Kind>[];
  readonly rejected: readonly RejectedRow[];
  readonly ignored: number;
  readonly read: number;
  readonly bytes: number;
};

/**
 * Reads a CSV file into typed rows, batch by batch as they are asked for, in memory that does not grow with the file. Stopping early
 * closes the source. Throws ImportFileError when the file as a whole cannot be read; the batches before the fault may have been given
 * by then, so nothing of a file counts until its last batch has come.
 */
export async function* readRows<Kind extends ImportKind>(
  kind: Kind,
  source: AsyncIterable<Uint8Array>,
  format: FileFormat,
): AsyncGenerator<RowBatch<Kind>> {
  const progress: ReadProgress = { bytes: 0, encoding: null };
  const { delimiter, pieces } = await withDelimiter(decodeText(source, format.encoding, progress), format.delimiter);

  let header: FileHeader | null = null;
  let convert: RowConverter<Kind> | null = null;
  let rows: TypedRow<Kind>[] = [];
  let rejected: RejectedRow[] = [];
  let ignored = 0;
  let bytesGiven = 0;
  let hasRows = false;

  const takeBatch = (header: FileHeader): RowBatch<Kind> => {
    const read = rows.length + rejected.length + ignored;
    const batch = { header, encoding: progress.encoding, rows, rejected, ignored, read, bytes: progress.bytes - bytesGiven };
    bytesGiven = progress.bytes;
    rows = [];
    rejected = [];
    ignored = 0;
    return batch;
  };

  for await (const records of splitRecords(pieces, delimiter)) {
    for (const { line, cells } of records) {
      if (cells.every((cell) => cell.trim() === "")) {
        ignored++;
      } else if (header === null || convert === null) {
        header = { delimiter, columns: matchHeader(kind, cells, line, format.mapping) };
        convert = rowConverter(kind, header.columns, format);
      } else {
        hasRows = true;
        const result = convert(cells);
        if (Array.isArray(result)) rejected.push({ line, raw: cells, errors: result });
        else rows.push({ line, row: result, cells });
        if (rows.length + rejected.length >= BATCH_ENTRIES) yield takeBatch(header);
      }
    }
    if (header !== null && progress.bytes - bytesGiven >= BATCH_BYTES) yield takeBatch(header);
  }

  if (header === null) throw new ImportFileError("empty_file", { what: "The file is empty.", how: "Upload a CSV file with a header row and data." });
  if (!hasRows) {
    throw new ImportFileError("no_rows", { what: "The file has a header but no row of data.", how: "Check that the export was complete." });
  }
  const last = takeBatch(header);
  if (last.read > 0 || last.bytes > 0) yield last;
}
