import { FileFormat } from "@/lib/import/file-format";
import { ImportFileError } from "@/lib/import/import-file-error";
import type { ImportKind } from "@/lib/import/import-kind";
import { type RowBatch, readRows } from "@/lib/import/read-rows";

export async function* chunked(bytes: Uint8Array, ...cuts: number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    yield bytes.subarray(from, cut);
    from = cut;
  }
}

/** Everything a file yields, as one batch, and the file error it ended with. */
export async function readAll<Kind extends ImportKind>(kind: Kind, source: AsyncIterable<Uint8Array>, format: Partial<FileFormat> = {}) {
  const batches: RowBatch<Kind>[] = [];
  let error: ImportFileError | null = null;
  try {
    for await (const batch of readRows(kind, source, FileFormat.parse(format))) batches.push(batch);
  } catch (thrown) {
    if (!(thrown instanceof ImportFileError)) throw thrown;
    error = thrown;
  }
  const sum = (part: (batch: RowBatch<Kind>) => number) => batches.reduce((total, batch) => total + part(batch), 0);
  return {
    header: batches[0]?.header,
    encoding: batches.at(-1)?.encoding ?? null,
    rows: batches.flatMap((batch) => batch.rows.map(({ line, row }) => ({ line, row }))),
    rejected: batches.flatMap((batch) => batch.rejected),
    ignored: sum((batch) => batch.ignored),
    read: sum((batch) => batch.read),
    bytes: sum((batch) => batch.bytes),
    batches: batches.length,
    error,
  };
}

export function readText<Kind extends ImportKind>(kind: Kind, text: string, format: Partial<FileFormat> = {}) {
  return readAll(kind, chunked(Buffer.from(text)), format);
}
