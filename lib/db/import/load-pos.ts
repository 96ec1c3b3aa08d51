import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import { batchesStatedLater } from "./stated-later";
import { type Amounts, moveToUnchanged, type Tally } from "./tally";
import { withoutLoops } from "./without-loops";

/**
 * Makes a batch's POS lines ready to count: drops those that are known already, retires those they correct, rolls the rest up by
 * month. A line is the same record as an earlier one when partner, SKU, day, document and document line agree; without a document
 * line, when everything agrees. Equal lines of one file are told apart by their order, so two equal lines stay two sales.
 */
export async function loadPos(client: PoolClient, scope: Scope, batchId: number, tally: Tally): Promise<void> {
  await client.query("set local work_mem = '256MB'");
  const meets = await withoutLoops(client, () => meetsEarlierLines(client, scope, batchId));
  const retired = meets && (await settleWithEarlier(client, scope, batchId, tally));
  await withoutLoops(client, () => rollUp(client, scope, batchId, retired));
  await withoutLoops(client, () => checkMembership(client, scope, batchId));
}

/**
 * Collects in `shared_month` the partners and months for which earlier lines may exist; the rollup, which is small, tells. Most files
 * bring months of which nothing is known, and have nothing to compare; a first file does not even look for its own months.
 */
async function meetsEarlierLines(client: PoolClient, scope: Scope, batchId: number): Promise<boolean> {
  const known = await client.query(
    `select from pos_month where org_id = $1 and exists (select from pos_month where org_id = $1)
      and month >= (select date_trunc('month', min(sale_date)::timestamp)::date from pos_line where org_id = $1 and batch_id = $2)
      and month <= (select max(sale_date) from pos_line where org_id = $1 and batch_id = $2) limit 1`,
    [scope.orgId, batchId],
  );
  if (known.rowCount === 0) return false;
  await client.query(
    `create temporary table shared_month on commit drop as
      select partner_id, month from (select distinct partner_id, date_trunc('month', sale_date::timestamp)::date as month from pos_line where org_id = $1 and batch_id = $2) fresh
      intersect select partner_id, month from pos_month where org_id = $1`,
    [scope.orgId, batchId],
  );
  await client.query("analyze shared_month");
  const { rows } = await client.query<{ any: boolean }>("select exists (select from shared_month) as any");
  return rows[0]?.any === true;
}

/** Drops what is known and retires what is corrected. @returns whether any earlier line was retired: `retired_cell` then holds what that takes away */
async function settleWithEarlier(client: PoolClient, scope: Scope, batchId: number, tally: Tally): Promise<boolean> {
  await compare(client, scope, batchId);
  await dropUnchanged(client, scope, tally);
  return retireCorrected(client, scope, batchId, tally);
}

/**
 * Pairs the batch's lines with the earlier ones they repeat (`same`) or correct, in the temporary table `met`. What was stated
 * later is not corrected by a line that only waited longer: that counts as known too. Both sides are
 * written down and counted first: the planner then knows how to join them.
 */
async function compare(client: PoolClient, scope: Scope, batchId: number): Promise<void> {
  await writeNumbered(client, scope, batchId, "fresh", "l.batch_id = $2");
  await writeNumbered(
    client,
    scope,
    batchId,
    "earlier",
    `l.batch_id <> $2 and l.batch_id in (select b.id from import_batch b where b.org_id = $1 and b.seq is not null)
      and not exists (select from fact_retirement r where r.org_id = $1 and r.kind = 'pos' and r.fact_id = l.id)`,
  );
  await client.query(
    `create temporary table met on commit drop as
      select n.id as new_id, o.id as old_id, n.partner_id, n.currency, n.net_e4,
        (n.stated_region, n.units, n.net_e4, n.currency, n.end_customer, n.segment) = (o.stated_region, o.units, o.net_e4, o.currency, o.end_customer, o.segment)
          or o.batch_id = any(array[${(await batchesStatedLater(client, scope, batchId)).join()}]::int[]) as same
      from fresh n join earlier o using (partner_id, product_id, sale_date, document, document_line, keyless, nth)`,
  );
  await client.query("analyze met");
}

/** Lines in the shared months, each with its number among the lines of the same identity; `keyless` is the rest of the identity of lines without a document line. */
async function writeNumbered(client: PoolClient, scope: Scope, batchId: number, table: "fresh" | "earlier", which: string): Promise<void> {
  await client.query(
    `create temporary table ${table} on commit drop as
      select *, row_number() over (partition by partner_id, product_id, sale_date, document, document_line, keyless order by id) as nth
      from (
        select l.id, l.batch_id, l.partner_id, l.product_id, l.sale_date, l.document, l.document_line, l.units, l.net_e4, l.currency, coalesce(l.end_customer, '') as end_customer, coalesce(l.segment, '') as segment,
          case when l.region_stated then l.region_id else 0 end as stated_region,
          case when l.document = '' or l.document_line = ''
            then concat_ws(chr(31), case when l.region_stated then l.region_id else 0 end, l.units, l.net_e4, l.currency, l.end_customer) else '' end as keyless
        from pos_line l join shared_month m on l.partner_id = m.partner_id and l.sale_date >= m.month and l.sale_date < m.month + interval '1 month'
        where l.org_id = $1 and ${which}) line`,
    [scope.orgId, batchId],
  );
  await client.query(`analyze ${table}`);
}

async function dropUnchanged(client: PoolClient, scope: Scope, tally: Tally): Promise<void> {
  const known = await client.query<{ currency: string; lines: number; net_e4: string }>(
    "select currency, count(*)::int as lines, sum(net_e4)::text as net_e4 from met where same group by 1",
  );
  if (known.rowCount === 0) return;
  await client.query("delete from pos_line l using met where l.org_id = $1 and l.id = met.new_id and met.same", [scope.orgId]);
  const amounts: Amounts = Object.fromEntries(known.rows.map((row) => [row.currency, Number(row.net_e4)]));
  moveToUnchanged(
    tally,
    known.rows.reduce((sum, row) => sum + row.lines, 0),
    amounts,
  );
}

async function retireCorrected(client: PoolClient, scope: Scope, batchId: number, tally: Tally): Promise<boolean> {
  const retired = await client.query(
    "insert into fact_retirement (org_id, kind, fact_id, batch_id, partner_id) select $1, 'pos', old_id, $2, partner_id from met where not same",
    [scope.orgId, batchId],
  );
  if (!retired.rowCount) return false;
  tally.corrected += retired.rowCount;
  await client.query(
    `create temporary table retired_cell on commit drop as
      select l.partner_id, date_trunc('month', l.sale_date::timestamp)::date as month, p.line_id, l.region_id, l.currency, -count(*) as lines, -sum(l.units) as units, -sum(l.net_e4) as net_e4
      from met join pos_line l on l.org_id = $1 and l.id = met.old_id join product p on p.org_id = l.org_id and p.id = l.product_id
      where not met.same group by 1, 2, 3, 4, 5`,
    [scope.orgId],
  );
  return true;
}

/**
 * What the batch adds, less what it retires, by month: by product line and region, and by partner alone. The batch is named by
 * subqueries, which the planner cannot look into: it then takes the batch for one of average size, not for one of which it knows no line.
 */
async function rollUp(client: PoolClient, scope: Scope, batchId: number, retired: boolean): Promise<void> {
  await client.query(
    `with cell as (
      insert into pos_month (org_id, batch_id, partner_id, month, line_id, region_id, currency, lines, units, net_e4)
        select $1, $2, partner_id, month, line_id, region_id, currency, sum(lines), sum(units), sum(net_e4) from (
          select l.partner_id, date_trunc('month', l.sale_date::timestamp)::date as month, p.line_id, l.region_id, l.currency, 1::bigint as lines, l.units, l.net_e4
          from pos_line l join product p on p.org_id = l.org_id and p.id = l.product_id
          where l.org_id = (select $1::int) and l.batch_id = (select $2::int)
          ${retired ? "union all select * from retired_cell" : ""}) line
        group by partner_id, month, line_id, region_id, currency
        having sum(lines) <> 0 or sum(units) <> 0 or sum(net_e4) <> 0
        order by partner_id, month, line_id, region_id, currency
        returning partner_id, month, currency, lines, units, net_e4)
    insert into pos_partner_month (org_id, batch_id, partner_id, month, currency, lines, units, net_e4)
      select $1, $2, partner_id, month, currency, sum(lines), sum(units), sum(net_e4) from cell
      group by partner_id, month, currency having sum(lines) <> 0 or sum(units) <> 0 or sum(net_e4) <> 0 order by partner_id, month, currency`,
    [scope.orgId, batchId], // in the order of the primary keys, which makes their growth cheap
  );
}

/**
 * In place of foreign keys, which would make the load four times slower: every partner, product and region of the batch is the
 * organization's own. @throws Error, which rolls the batch back
 */
async function checkMembership(client: PoolClient, scope: Scope, batchId: number): Promise<void> {
  const strangers = await client.query<{ lines: number }>(
    `select count(*)::int as lines from pos_line l where l.org_id = $1 and l.batch_id = $2 and not (
       l.partner_id in (select id from partner where org_id = $1)
       and l.product_id in (select id from product where org_id = $1)
       and l.region_id in (select id from region where org_id = $1))`,
    [scope.orgId, batchId],
  );
  const lines = strangers.rows[0]?.lines ?? 0;
  if (lines > 0) throw new Error(`${lines} POS lines refer to partners, products or regions that are not the organization's`);
}
