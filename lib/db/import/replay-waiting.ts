import type { PoolClient } from "pg";
import type { Actor, Scope } from "@/lib/access/actor";
import type { ImportKind } from "@/lib/import/import-kind";
import type { ImportRow } from "@/lib/import/kind-definitions";
import type { RegionRow } from "@/lib/import/kinds/regions";
import { lockCounter } from "../counter";
import { inTransaction } from "../transaction";
import { claimBatch, type WorkBatch } from "./batch-work";
import { type References, readReferences } from "./references";
import { sortIntoTree } from "./region-tree";
import { createReplay, publishReplay } from "./replay-batch";
import { rowKinds } from "./row-kinds";
import { type IncomingRows, stageRows } from "./stage-rows";

const PAGE_ROWS = 2_000;
/** A replayed region may make a partner known, and that partner its sales. */
const MAX_PASSES = 4;

/**
 * Loads the parked rows whose partner, SKU, region or metric has become known: a batch of its own per batch that parked them,
 * with its own sequence, published at once.
 * @returns the numbers of the batches made
 */
export async function replayWaiting(scope: Scope, actor: Actor): Promise<number[]> {
  const made: number[] = [];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const before = made.length;
    for (const number of await waitingBatches(scope)) {
      const replay = await inTransaction(scope, (client) => replayBatch(client, scope, actor, number));
      if (replay !== null) made.push(replay);
    }
    if (made.length === before) break;
  }
  return made;
}

async function waitingBatches(scope: Scope): Promise<number[]> {
  return inTransaction(scope, async (client) => {
    const { rows } = await client.query<{ number: number }>(
      `select b.number from import_batch b where b.org_id = $1 and b.seq is not null
         and exists (select from import_unmatched_row u where u.org_id = $1 and u.batch_id = b.id and u.replayed_batch_id is null)
       order by array_position(array['regions', 'products', 'partners'], b.kind) nulls last, b.number`,
      [scope.orgId],
    );
    return rows.map((row) => row.number);
  });
}

async function replayBatch(client: PoolClient, scope: Scope, actor: Actor, number: number): Promise<number | null> {
  const origin = await claimBatch(client, scope, number, ["published"]);
  if (origin === null) return null;
  await lockCounter(client, scope, "seq"); // a load under way may settle what waits
  const lines = await resolvableLines(client, scope, origin, await readReferences(client, scope));
  if (lines.length === 0) return null;

  const replay = await createReplay(client, scope, actor, origin);
  const tally = await stageRows(client, scope, replay, parked(client, scope, origin.id, lines), async () => undefined);
  await publishReplay(client, scope, actor, { origin, replay, lines, tally });
  return replay.number;
}

/** Lines of the parked rows that miss nothing any more. */
async function resolvableLines(client: PoolClient, scope: Scope, origin: WorkBatch, known: References): Promise<number[]> {
  const lines: number[] = [];
  const regions: { line: number; row: RegionRow }[] = [];
  for await (const page of waitingRows(client, scope, origin.id)) {
    if (origin.kind === "regions") regions.push(...(page as { line: number; row: RegionRow }[]));
    else lines.push(...page.filter(({ row }) => missesNothing(origin.kind, row, known)).map(({ line }) => line));
  }
  if (origin.kind === "regions") lines.push(...sortIntoTree(regions, known.regionParents).fitting.map(({ line }) => line));
  return lines;
}

function missesNothing<Kind extends ImportKind>(kind: Kind, row: ImportRow[Kind], known: References): boolean {
  return rowKinds[kind].missing(row, known).length === 0;
}

type WaitingRow = { readonly line: number; readonly row: ImportRow[ImportKind] };

async function* waitingRows(client: PoolClient, scope: Scope, batchId: number): AsyncGenerator<WaitingRow[]> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<WaitingRow>(
      `select line, row from import_unmatched_row where org_id = $1 and batch_id = $2 and replayed_batch_id is null and line > $3 order by line limit ${PAGE_ROWS}`,
      [scope.orgId, batchId, after],
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.line ?? after;
  }
}

async function* parked(client: PoolClient, scope: Scope, batchId: number, lines: readonly number[]): IncomingRows<ImportKind> & AsyncGenerator {
  const wanted = new Set(lines);
  for await (const page of waitingRows(client, scope, batchId)) {
    const rows = page.filter(({ line }) => wanted.has(line)).map((entry) => ({ ...entry, cells: [] }));
    yield { header: null, rows, rejected: [], ignored: 0, read: rows.length, bytes: 0 };
  }
}
