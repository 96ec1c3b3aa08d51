import type { Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { FileHeader } from "@/lib/import/read-rows";
import type { FaultyRow } from "@/lib/import/rejected-file";
import { inTransaction } from "../transaction";
import { findBatch, type WorkBatch } from "./batch-work";
import type { RowReader } from "./check-batch";
import { readFile } from "./receive-file";
import type { Missing } from "./references";

type WaitingLine = { readonly line: number; readonly missing: Missing };
type Waiting = { readonly fileName: string; readonly header: FileHeader; readonly rows: AsyncIterable<FaultyRow[]> };

/** The columns that may name what is not known. */
const COLUMNS: Readonly<Record<Missing[number], readonly string[]>> = {
  partner: ["partner_code"],
  sku: ["sku"],
  region: ["region_code", "parent_code"],
  line: ["line_code"],
  category: ["category_code"],
  metric: ["metric"],
};

/** A batch's header and the rows of its file that still wait, with what each of them waits for as its errors, by line. */
export async function readWaitingRows(scope: Scope, number: number, read: RowReader): Promise<Waiting> {
  const { batch, header, waiting } = await inTransaction(scope, async (client) => {
    const batch = await findBatch(client, scope, number);
    if (batch === null) throw new AppError("not_found", `There is no import ${number}.`);
    const headers = await client.query<{ header: FileHeader | null }>("select header from import_batch where org_id = $1 and id = $2", [
      scope.orgId,
      batch.id,
    ]);
    const { rows } = await client.query<WaitingLine>(
      "select line, missing from import_unmatched_row where org_id = $1 and batch_id = $2 and replayed_batch_id is null",
      [scope.orgId, batch.id],
    );
    return { batch, header: headers.rows[0]?.header ?? { delimiter: "," as const, columns: [] }, waiting: rows };
  });
  const missingAt = new Map(waiting.map(({ line, missing }) => [line, missing]));
  return { fileName: batch.fileName, header, rows: missingAt.size === 0 ? nothing() : asWritten(scope, batch, header, missingAt, read) };
}

/** Parked rows are kept as they were understood; as they were written they are in the file alone. */
async function* asWritten(
  scope: Scope,
  batch: WorkBatch,
  header: FileHeader,
  missingAt: ReadonlyMap<number, Missing>,
  read: RowReader,
): AsyncGenerator<FaultyRow[]> {
  for await (const { rows } of read(batch.kind, readFile(scope, batch.id), batch.format)) {
    yield rows.flatMap(({ line, cells }) => {
      const missing = missingAt.get(line);
      return missing === undefined ? [] : [{ line, raw: cells, errors: missing.map((what) => unknown(header, cells, what)) }];
    });
  }
}

function unknown({ columns }: FileHeader, cells: readonly string[], what: Missing[number]): FaultyRow["errors"][number] {
  const at = columns.findIndex(({ column }) => column !== null && COLUMNS[what].includes(column));
  return {
    column: columns[at]?.header ?? null,
    value: cells[at] ?? "",
    code: `unknown_${what}`,
    message: `This ${what === "line" ? "product line" : what} is not known. Import it, and the row is loaded by itself; or correct the code, send the row again, and discard this one.`,
  };
}

async function* nothing(): AsyncGenerator<FaultyRow[]> {}
