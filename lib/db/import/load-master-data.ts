import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { moveToUnchanged, type Tally } from "./tally";

type MasterKind = "regions" | "products" | "partners";

/** Writes a batch's staged master data: what is new is added, what differs is corrected, the rest is unchanged. Nothing is ever removed. */
export async function loadMasterData(client: PoolClient, scope: Scope, batchId: number, kind: MasterKind, tally: Tally): Promise<void> {
  const before = tally.loaded;
  const changed = await LOADERS[kind](client, scope, batchId);
  await settleOlderRows(client, scope, batchId, kind);
  tally.corrected += changed.corrected;
  moveToUnchanged(tally, before - changed.added - changed.corrected, {});
}

/** Rows that were stated earlier of the same records and still wait must not overrule this batch when they become known: it settles them. */
async function settleOlderRows(client: PoolClient, scope: Scope, batchId: number, kind: MasterKind): Promise<void> {
  await client.query(
    `update import_unmatched_row u set replayed_batch_id = $2
      from import_staged_row s, import_batch older, import_batch this
      where this.org_id = $1 and this.id = $2 and s.org_id = $1 and s.batch_id = $2
        and older.org_id = $1 and older.id = u.batch_id and older.kind = $3 and older.seq is not null and older.id < coalesce(this.replay_of_id, this.id)
        and u.org_id = $1 and u.replayed_batch_id is null and u.row->>'code' = s.row->>'code'`,
    [scope.orgId, batchId, kind],
  );
}

type Changed = { readonly added: number; readonly corrected: number };
const LOADERS: Readonly<Record<MasterKind, (client: PoolClient, scope: Scope, batchId: number) => Promise<Changed>>> = {
  regions: loadRegions,
  products: loadProducts,
  partners: loadPartners,
};

const staged = (columns: string): string =>
  `(select given.*, s.row as stated from import_staged_row s, jsonb_to_record(s.row) as given (${columns}) where s.org_id = $1 and s.batch_id = $2)`;

async function loadRegions(client: PoolClient, scope: Scope, batchId: number): Promise<Changed> {
  const file = staged("code text, name text, parent_code text, weight numeric");
  // A file without one of these columns leaves it as it is.
  const moves = "f.stated ? 'parent_code'";
  const weighs = "f.stated ? 'weight'";
  const changed = await client.query<Changed>(
    `select (count(*) filter (where r.id is null))::int as added,
        (count(*) filter (where r.id is not null and (r.name <> f.name or (${moves} and p.code is distinct from f.parent_code)
          or (${weighs} and r.weight is distinct from f.weight))))::int as corrected
      from ${file} f left join region r on r.org_id = $1 and r.code = f.code left join region p on p.org_id = $1 and p.id = r.parent_id`,
    [scope.orgId, batchId],
  );
  // First every region exists, so that parents can be found; then the tree is tied.
  await client.query(`insert into region (org_id, code, name) select $1, f.code, f.name from ${file} f order by f.code on conflict do nothing`, [
    scope.orgId,
    batchId,
  ]);
  await client.query(
    `update region r set name = f.name, parent_id = case when ${moves} then p.id else r.parent_id end, weight = case when ${weighs} then f.weight else r.weight end
      from ${file} f left join region p on p.org_id = $1 and p.code = f.parent_code
      where r.org_id = $1 and r.code = f.code
        and (r.name <> f.name or (${moves} and r.parent_id is distinct from p.id) or (${weighs} and r.weight is distinct from f.weight))`,
    [scope.orgId, batchId],
  );
  await refuseCycles(client, scope);
  return changed.rows[0] ?? { added: 0, corrected: 0 };
}

/** The file was checked against the tree of that moment; another import may have changed it since. @throws AppError conflict */
async function refuseCycles(client: PoolClient, scope: Scope): Promise<void> {
  const { rows } = await client.query<{ code: string }>(
    `with recursive reached as (
       select id from region where org_id = $1 and parent_id is null
       union all select r.id from region r join reached on r.org_id = $1 and r.parent_id = reached.id)
     select code from region where org_id = $1 and id not in (select id from reached) order by code limit 10`,
    [scope.orgId],
  );
  if (rows.length === 0) return;
  const codes = rows.map((row) => row.code).join(", ");
  throw new AppError(
    "conflict",
    `Another import changed the regions meanwhile, and with it these would lie inside themselves: ${codes}. Correct their parents and send the file again.`,
  );
}

async function loadProducts(client: PoolClient, scope: Scope, batchId: number): Promise<Changed> {
  const file = staged("sku text, name text, line_code text, line_name text, category_code text, category_name text");
  // A row also tells of its line and category: when only their names change, it is a correction all the same.
  const changed = await client.query<Changed>(
    `select (count(*) filter (where p.id is null))::int as added,
        (count(*) filter (where p.id is not null and (p.name, l.code, l.name, c.code, c.name) is distinct from (f.name, f.line_code, f.line_name, f.category_code, f.category_name)))::int as corrected
      from ${file} f left join product p on p.org_id = $1 and p.sku = f.sku
      left join product_line l on l.org_id = $1 and l.id = p.line_id left join product_category c on c.org_id = $1 and c.id = l.category_id`,
    [scope.orgId, batchId],
  );
  await client.query(
    `insert into product_category (org_id, code, name) select distinct $1::int, category_code, category_name from ${file} f
      on conflict (org_id, code) do update set name = excluded.name where product_category.name <> excluded.name`,
    [scope.orgId, batchId],
  );
  await client.query(
    `insert into product_line (org_id, category_id, code, name)
      select distinct $1::int, c.id, f.line_code, f.line_name from ${file} f join product_category c on c.org_id = $1 and c.code = f.category_code
      on conflict (org_id, code) do update set name = excluded.name, category_id = excluded.category_id
        where (product_line.name, product_line.category_id) is distinct from (excluded.name, excluded.category_id)`,
    [scope.orgId, batchId],
  );
  await moveSales(client, scope, batchId, file);
  await client.query(
    `insert into product (org_id, line_id, sku, name)
      select $1, l.id, f.sku, f.name from ${file} f join product_line l on l.org_id = $1 and l.code = f.line_code
      on conflict (org_id, sku) do update set name = excluded.name, line_id = excluded.line_id
        where (product.name, product.line_id) is distinct from (excluded.name, excluded.line_id)`,
    [scope.orgId, batchId],
  );
  return changed.rows[0] ?? { added: 0, corrected: 0 };
}

/**
 * A SKU that changes its product line takes its sales along: out of the old line's rollup and into the new one's, known with this batch.
 * What a partner sold in all stays what it was.
 */
async function moveSales(client: PoolClient, scope: Scope, batchId: number, file: string): Promise<void> {
  await client.query(
    `with moved as (
       select p.id, p.line_id as old_line, l.id as new_line from ${file} f
       join product p on p.org_id = $1 and p.sku = f.sku join product_line l on l.org_id = $1 and l.code = f.line_code where p.line_id <> l.id),
     sold as (
       select s.partner_id, date_trunc('month', s.sale_date::timestamp)::date as month, m.old_line, m.new_line, s.region_id, s.currency, count(*) as lines, sum(s.units) as units, sum(s.net_e4) as net_e4
       from moved m join pos_line s on s.org_id = $1 and s.product_id = m.id
       join import_batch b on b.org_id = $1 and b.id = s.batch_id and b.seq is not null
       where not exists (select from fact_retirement r where r.org_id = $1 and r.kind = 'pos' and r.fact_id = s.id)
       group by 1, 2, 3, 4, 5, 6)
     insert into pos_month (org_id, batch_id, partner_id, month, line_id, region_id, currency, lines, units, net_e4)
     select $1, $2, partner_id, month, line_id, region_id, currency, sum(lines), sum(units), sum(net_e4) from (
       select partner_id, month, old_line as line_id, region_id, currency, -lines as lines, -units as units, -net_e4 as net_e4 from sold
       union all select partner_id, month, new_line, region_id, currency, lines, units, net_e4 from sold) cell
     group by 3, 4, 5, 6, 7`,
    [scope.orgId, batchId],
  );
}

async function loadPartners(client: PoolClient, scope: Scope, batchId: number): Promise<Changed> {
  const file = staged("code text, name text, region_code text, type text, enrolled_on date, attributes jsonb");
  // What a file has no column for stays as it is. `is_new` comes from the row version: an inserted row has no transaction that ended it.
  const { rows } = await client.query<{ is_new: boolean }>(
    `insert into partner (org_id, code, name, region_id, type, enrolled_on, attributes)
      select $1, f.code, f.name, r.id, case when f.stated ? 'type' then f.type else p.type end, case when f.stated ? 'enrolled_on' then f.enrolled_on else p.enrolled_on end,
        jsonb_strip_nulls(coalesce(p.attributes, '{}') || coalesce(f.attributes, '{}')
          || coalesce((select jsonb_object_agg(c.key, c.value) from jsonb_each(f.stated) c where c.key in ('segment', 'country', 'city')), '{}'))
      from ${file} f join region r on r.org_id = $1 and r.code = f.region_code left join partner p on p.org_id = $1 and p.code = f.code order by f.code
      on conflict (org_id, code) do update set name = excluded.name, region_id = excluded.region_id, type = excluded.type, enrolled_on = excluded.enrolled_on, attributes = excluded.attributes
        where (partner.name, partner.region_id, partner.type, partner.enrolled_on, partner.attributes)
          is distinct from (excluded.name, excluded.region_id, excluded.type, excluded.enrolled_on, excluded.attributes)
      returning (xmax = 0) as is_new`,
    [scope.orgId, batchId],
  );
  const added = rows.filter((row) => row.is_new).length;
  return { added, corrected: rows.length - added };
}
