import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import type { ImportKind } from "@/lib/import/import-kind";
import { type Amounts, moveToUnchanged, type Tally } from "./tally";

/** What makes two parked rows statements of the same record, and the column of their money. A sale that no document line names is told by its whole content. */
const PARKED: Readonly<Record<ImportKind, { readonly record: string; readonly amount: string | null }>> = {
  regions: { record: "row->'code'", amount: null },
  products: { record: "row->'sku'", amount: null },
  partners: { record: "row->'code'", amount: null },
  pos: {
    record: `case when row->>'document' <> '' and row->>'document_line' <> ''
      then jsonb_build_array(row->'partner_code', row->'sku', row->'sale_date', row->'document', row->'document_line') else row end`,
    amount: "net_amount",
  },
  opportunities: { record: "row->'code'", amount: "amount" },
  certifications: { record: "jsonb_build_array(row->'partner_code', row->'person', row->'track', row->'level', row->'earned_on')", amount: null },
  observations: { record: "jsonb_build_array(row->'partner_code', row->'metric', row->'observed_on')", amount: null },
};

/**
 * Drops the parked rows of a batch that wait already, word for word, from an earlier one: what is known waits once. Equal rows of one
 * file are told apart by their order, as sales are. A row that something else was stated of since is kept, for it states it again.
 */
export async function dropKnownWaiting(
  client: PoolClient,
  scope: Scope,
  batch: { readonly id: number; readonly kind: ImportKind },
  tally: Tally,
): Promise<void> {
  if (tally.unmatched === 0) return;
  const { record, amount } = PARKED[batch.kind];
  const known = await client.query<Group>(
    `with parked as (
       select u.batch_id, u.line, u.row, row_number() over (partition by u.batch_id, u.row order by u.line) as nth,
         b.seq = max(b.seq) over (partition by ${record}) as last_stated
       from import_unmatched_row u join import_batch b on b.org_id = u.org_id and b.id = u.batch_id
       where u.org_id = $1 and b.kind = $3 and (b.seq is not null or b.id = $2) and u.replayed_batch_id is null),
     dropped as (
       delete from import_unmatched_row u using parked fresh join parked earlier using (row, nth)
       where fresh.batch_id = $2 and earlier.last_stated and u.org_id = $1 and u.batch_id = $2 and u.line = fresh.line
       returning u.row)
     select ${groups(amount)} from dropped, organization o where o.id = $1 group by 1`,
    [scope.orgId, batch.id, batch.kind],
  );
  const { rows, amounts } = total(known.rows);
  moveToUnchanged(tally, "unmatched", rows, amounts);
}

/** How many rows the batch has parked, and their money. */
export async function countParked(
  client: PoolClient,
  scope: Scope,
  batch: { readonly id: number; readonly kind: ImportKind },
): Promise<{ rows: number; amounts: Amounts }> {
  const parked = await client.query<Group>(
    `select ${groups(PARKED[batch.kind].amount)} from import_unmatched_row u join organization o on o.id = u.org_id where u.org_id = $1 and u.batch_id = $2 group by 1`,
    [scope.orgId, batch.id],
  );
  return total(parked.rows);
}

type Group = { readonly currency: string; readonly rows: number; readonly e4: string | null };

const groups = (amount: string | null): string =>
  `coalesce(row->>'currency', o.currency) as currency, count(*)::int as rows, ${amount === null ? "null" : `sum((row->>'${amount}')::bigint)`}::text as e4`;

function total(groups: readonly Group[]): { rows: number; amounts: Amounts } {
  return {
    rows: groups.reduce((sum, group) => sum + group.rows, 0),
    amounts: Object.fromEntries(groups.flatMap(({ currency, e4 }) => (e4 === null ? [] : [[currency, Number(e4)]]))),
  };
}
