import { deepStrictEqual } from "node:assert/strict";
import pg from "pg";
import { prisma } from "@/lib/db/client";
import { inScope } from "@/lib/db/scoped";
import { defaultProgram } from "@/lib/domain/define/default-program";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createMetric } from "@/lib/services/measure/create-metric";
import { type BenchOrganization, PARTNERS, REGIONS, SKUS } from "./bench-organization";
import { compare, type Measurement } from "./measure";

type Revenues = ReadonlyMap<number, number>;

const RUNS = 5;
const AS_OF = IsoDate.parse("2026-06-30");

/** All metrics of the default program from the rollups, against one hand-written scan of the raw lines for those of them that come from sales. */
export async function benchMetrics(adminUrl: string, organization: BenchOrganization, lines: number): Promise<Measurement & { cells: number }> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    await writeSales(admin, organization.orgId, lines);
    await createMetric(organization.actor, { key: "service_sla_attainment", name: "Service level", unit: "percent", betterWhen: "higher" });
    const scope = { orgId: organization.orgId, partnerId: null };
    const program = defaultProgram("USD", { mixCategories: ["C1", "C2"] });
    const knownAt = await inScope(scope, "read", (db) => db.batches.lastSeq());
    let ours: Revenues = new Map();
    let scanned: Revenues = new Map();
    const measurement = await compare(
      `all metrics, 2,000 partners, ${(lines / 1e6).toLocaleString("en-US")} M lines`,
      0.2,
      "every metric of the default program / one SQL scan of the raw lines for revenue, growth, mix and active regions",
      { runs: RUNS },
      async () => {
        const metrics = await inScope(scope, "read", (db) => db.metrics.collect({ program, asOf: AS_OF, knownAt }));
        ours = new Map([...metrics].flatMap(([partner, { metrics }]) => (metrics.revenue?.value ? [[partner, metrics.revenue.value]] : [])));
      },
      async () => {
        const { rows } = await admin.query<{ partner: number; revenue: string | null }>(RAW_SCAN, [organization.orgId, AS_OF, knownAt]);
        scanned = new Map(rows.flatMap(({ partner, revenue }) => (revenue === null ? [] : [[partner, Number(revenue) / 10_000]])));
      },
    );
    deepStrictEqual(ours, scanned); // a reference that says something else is none
    const { rows } = await admin.query<{ cells: number }>("select count(*)::int as cells from pos_month where org_id = $1", [organization.orgId]);
    return { ...measurement, cells: rows[0]?.cells ?? 0 };
  } finally {
    await admin.end();
    await prisma().$disconnect();
  }
}

/**
 * The same figures from the lines themselves: known batches only, without what they retire. Regions are told apart by bits: the fastest
 * form we know (count(distinct) takes three times as long, and `not exists` for the retired lines as well).
 */
const RAW_SCAN = `
  select l.partner_id as partner,
    sum(l.net_e4) filter (where l.sale_date > $2::date - interval '12 months') as revenue,
    sum(l.net_e4) filter (where l.sale_date <= $2::date - interval '12 months') as prior,
    sum(l.net_e4) filter (where l.sale_date > $2::date - interval '12 months' and c.code in ('C1', 'C2')) as mix,
    bit_count(bit_or(1 << (l.region_id % ${REGIONS})) filter (where l.sale_date > $2::date - interval '12 months')::bit(32)) as regions
  from pos_line l
  join product p on p.org_id = l.org_id and p.id = l.product_id
  join product_line n on n.org_id = p.org_id and n.id = p.line_id
  join product_category c on c.org_id = n.org_id and c.id = n.category_id
  where l.org_id = $1 and l.sale_date > $2::date - interval '24 months' and l.sale_date <= $2::date
    and l.batch_id = any(array(select id from import_batch where org_id = $1 and seq <= $3))
    and l.id not in (select fact_id from fact_retirement where org_id = $1 and kind = 'pos' and batch_id in (select id from import_batch where org_id = $1 and seq <= $3))
  group by 1`;

/**
 * Three years of sales in twelve published batches, written in SQL: what is measured here is reading. A partner sells four fifths in its home
 * region, the rest in the two next to it.
 */
async function writeSales(admin: pg.Client, orgId: number, lines: number): Promise<void> {
  const batches = 12;
  for (let batch = 0; batch < batches; batch++) {
    const { rows } = await admin.query<{ id: number }>(
      `insert into import_batch (org_id, number, kind, file_name, format, status, created_by) values ($1, 1000 + $2, 'pos', 'generated', '{}', 'loading', 'benchmark') returning id`,
      [orgId, batch],
    );
    const id = rows[0]?.id;
    // A power law over partners (`seller` counts them from 0); multiplicative hashing makes the columns independent without a random number.
    await admin.query(
      `insert into pos_line (org_id, batch_id, partner_id, product_id, region_id, sale_date, units, net_e4, currency, document, document_line, line)
       select $1, $2, partner.ids[1 + seller], product.ids[1 + (i * 104729::bigint % ${SKUS})::int],
         region.ids[1 + (seller + greatest(0, i * 48271::bigint % 99991 % 10 - 7)::int) % ${REGIONS}], date '2023-07-01' + (($3 * 3 * 30.4)::int + (i * 31 % 91)::int), 1 + (i % 9), 10000 * (1 + i * 1299709::bigint % 4999), 'USD', 'D' || i / 4, (i % 4)::text, i
       from (select i, floor(${PARTNERS} * power((i * 7919::bigint % 100003) / 100003.0, 2))::int as seller from generate_series(1, $4::bigint) as i) sale,
         (select array_agg(id order by id) as ids from partner where org_id = $1) partner, (select array_agg(id order by id) as ids from product where org_id = $1) product,
         (select array_agg(id order by id) as ids from region where org_id = $1) region`,
      [orgId, id, batch, Math.floor(lines / batches)],
    );
    await admin.query(
      `insert into pos_month (org_id, batch_id, partner_id, month, line_id, region_id, currency, lines, units, net_e4)
       select l.org_id, l.batch_id, l.partner_id, date_trunc('month', l.sale_date::timestamp)::date, p.line_id, l.region_id, l.currency, count(*), sum(l.units), sum(l.net_e4)
       from pos_line l join product p on p.org_id = l.org_id and p.id = l.product_id where l.org_id = $1 and l.batch_id = $2 group by 1, 2, 3, 4, 5, 6, 7 order by 1, 3, 4, 5, 6, 7`,
      [orgId, id],
    );
    await admin.query(
      `insert into pos_partner_month (org_id, batch_id, partner_id, month, currency, lines, units, net_e4)
       select org_id, batch_id, partner_id, month, currency, sum(lines), sum(units), sum(net_e4) from pos_month where org_id = $1 and batch_id = $2 group by 1, 2, 3, 4, 5`,
      [orgId, id],
    );
    await admin.query("update org_counter set value = value + 1 where org_id = $1 and name = 'seq'", [orgId]);
    await admin.query(
      `update import_batch set status = 'published', published_at = now(), seq = (select value from org_counter where org_id = $1 and name = 'seq') where org_id = $1 and id = $2`,
      [orgId, id],
    );
  }
  await admin.query("vacuum analyze pos_line, pos_month, pos_partner_month");
}
