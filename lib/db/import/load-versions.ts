import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import { batchesStatedLater } from "./stated-later";
import { type Amounts, moveToUnchanged, type Tally } from "./tally";

type VersionedKind = "opportunities" | "certifications" | "observations";

/** What makes a record, and what may change from one version of it to the next. */
const VERSIONED: Readonly<
  Record<VersionedKind, { readonly table: string; readonly identity: string; readonly content: string; readonly money: boolean }>
> = {
  opportunities: {
    table: "opportunity",
    identity: "code",
    content: "partner_id, name, stage, status, origin, amount_e4, currency, created_on, expected_close_on, closed_on",
    money: true,
  },
  certifications: { table: "certification", identity: "partner_id, person, track, level, earned_on", content: "expires_on", money: false },
  observations: { table: "observation", identity: "partner_id, metric_key, observed_on", content: "value", money: false },
};

/**
 * Keeps of a batch only the records that are new or differ from their last known version, which they then follow. A record that
 * waited does not follow a version stated after it.
 */
export async function loadVersions(client: PoolClient, scope: Scope, batchId: number, kind: VersionedKind, tally: Tally): Promise<void> {
  const { table, identity, content, money } = VERSIONED[kind];
  const qualified = (alias: string, columns: string): string => columns.replace(/\w+/g, (column) => `${alias}.${column}`);
  await client.query(
    `create temporary table met on commit drop as
      select n.id, row(${qualified("n", content)}) is not distinct from row(${qualified("o", content)}) or o.batch_id = any($3) as same
      from ${table} n
      join (
        select distinct on (${qualified("v", identity)}) v.* from ${table} v join import_batch b on b.org_id = v.org_id and b.id = v.batch_id
        where v.org_id = $1 and b.seq is not null order by ${qualified("v", identity)}, b.seq desc) o using (${identity})
      where n.org_id = $1 and n.batch_id = $2`,
    [scope.orgId, batchId, await batchesStatedLater(client, scope, batchId)],
  );
  const dropped = await client.query<{ currency: string; amount: string }>(
    `delete from ${table} n using met where n.org_id = $1 and n.id = met.id and met.same
      returning ${money ? "n.currency, n.amount_e4::text as amount" : "'' as currency, '0' as amount"}`,
    [scope.orgId],
  );
  const amounts: Amounts = {};
  if (money) for (const row of dropped.rows) amounts[row.currency] = (amounts[row.currency] ?? 0) + Number(row.amount);
  moveToUnchanged(tally, dropped.rowCount ?? 0, amounts);
  const corrected = await client.query<{ rows: number }>("select count(*)::int as rows from met where not same");
  tally.corrected += corrected.rows[0]?.rows ?? 0;
}
