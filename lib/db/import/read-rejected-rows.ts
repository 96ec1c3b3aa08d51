import type { Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { FileHeader, RejectedRow } from "@/lib/import/read-rows";
import { inTransaction } from "../transaction";

const PAGE_ROWS = 5_000;

/** A batch's header and its rejected rows by line, page by page. */
export async function readRejectedRows(
  scope: Scope,
  number: number,
): Promise<{ fileName: string; header: FileHeader; rows: AsyncIterable<RejectedRow[]> }> {
  const batch = await inTransaction(scope, async (client) => {
    const { rows } = await client.query<{ id: number; file_name: string; header: FileHeader | null }>(
      "select id, file_name, header from import_batch where org_id = $1 and number = $2",
      [scope.orgId, number],
    );
    return rows[0];
  });
  if (batch === undefined) throw new AppError("not_found", `There is no import ${number}.`);
  return { fileName: batch.file_name, header: batch.header ?? { delimiter: ",", columns: [] }, rows: pages(scope, batch.id) };
}

async function* pages(scope: Scope, batchId: number): AsyncGenerator<RejectedRow[]> {
  for (let after = -1; ; ) {
    const { rows } = await inTransaction(scope, (client) =>
      client.query<RejectedRow>(
        "select line, raw, errors from import_rejected_row where org_id = $1 and batch_id = $2 and line > $3 order by line limit $4",
        [scope.orgId, batchId, after, PAGE_ROWS],
      ),
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.line ?? after;
  }
}
