import { FileFormat } from "@/lib/import/file-format";
import type { ImportKind } from "@/lib/import/import-kind";
import type { ImportRow } from "@/lib/import/kind-definitions";
import { readRows } from "@/lib/import/read-rows";

/** The rows of a demo file as the import reads them. @throws Error at the first row that it rejects */
export async function readDemoFile<Kind extends ImportKind>(kind: Kind, csv: Buffer): Promise<ImportRow[Kind][]> {
  const rows: ImportRow[Kind][] = [];
  for await (const batch of readRows(kind, pieces(csv), FileFormat.parse({}))) {
    const [rejected] = batch.rejected;
    if (rejected !== undefined) throw new Error(`${kind}, line ${rejected.line}: ${JSON.stringify(rejected.errors)}`);
    rows.push(...batch.rows.map(({ row }) => row));
  }
  return rows;
}

async function* pieces(csv: Buffer): AsyncGenerator<Uint8Array> {
  yield csv;
}
