import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import { batchesStatedLater } from "./stated-later";
import { type Amounts, moveToUnchanged, type Tally } from "./tally";

type VersionedKind = "opportunities" | "certifications" | "observations" | "potentials";

/** What makes a record, what may change from one version of it to the next, and whether it is a partner's. */
const VERSIONED: Readonly<
  Record<
    VersionedKind,
    { readonly table: string; readonly identity: string; readonly content: string; readonly money: boolean; readonly ofPartner: boolean }
  >
> = {
  opportunities: {
    table: "opportunity",
    identity: "code",
    content: "partner_id, name, stage, status, origin, amount_e4, currency, created_on, expected_close_on, closed_on",
    money: true,
    ofPartner: true,
  },
  certifications: {
    table: "certification",
    identity: "partner_id, person, track, level, earned_on",
    content: "expires_on",
    money: false,
    ofPartner: true,
  },
  observations: { table: "observation", identity: "partner_id, metric_key, observed_on", content: "value", money: false, ofPartner: true },
  potentials: {
    table: "potential",
    identity: "region_id, line_or_category, valid_from",
    content: "amount_e4, currency",
    money: true,
    ofPartner: false,
  },
};

/**
 * Keeps of a batch only the records that are new or differ from their live version, which they then retire. A record that waited
 * does not retire a version stated after it: that counts as known too.
 */
export async function loadVersions(client: PoolClient, scope: Scope, batchId: number, kind: VersionedKind, tally: Tally): Promise<void> {
  const { table, identity, content, money, ofPartner } = VERSIONED[kind];
  const qualified = (alias: string, columns: string): string => columns.replace(/\w+/g, (column) => `${alias}.${column}`);
  await client.query(
    `create temporary table met on commit drop as
      select n.id as new_id, o.id as old_id, ${ofPartner ? "o.partner_id" : "null::int as partner_id"}, row(${qualified("n", content)}) is not distinct from row(${qualified("o", content)}) or o.batch_id = any($3) as same
      from ${table} n
      join (
        select v.* from ${table} v join import_batch b on b.org_id = v.org_id and b.id = v.batch_id and b.seq is not null
        where v.org_id = $1 and not exists (select from fact_retirement r where r.org_id = $1 and r.kind = '${table}' and r.fact_id = v.id)) o using (${identity})
      where n.org_id = $1 and n.batch_id = $2`,
    [scope.orgId, batchId, await batchesStatedLater(client, scope, batchId)],
  );
  const dropped = await client.query<{ currency: string; amount: string }>(
    `delete from ${table} n using met where n.org_id = $1 and n.id = met.new_id and met.same
      returning ${money ? "n.currency, n.amount_e4::text as amount" : "'' as currency, '0' as amount"}`,
    [scope.orgId],
  );
  const amounts: Amounts = {};
  if (money) for (const row of dropped.rows) amounts[row.currency] = (amounts[row.currency] ?? 0) + Number(row.amount);
  moveToUnchanged(tally, dropped.rowCount ?? 0, amounts);
  const retired = await client.query(
    `insert into fact_retirement (org_id, kind, fact_id, batch_id, partner_id) select $1, '${table}', old_id, $2, partner_id from met where not same`,
    [scope.orgId, batchId],
  );
  tally.corrected += retired.rowCount ?? 0;
}
