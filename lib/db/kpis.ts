import type { Scope } from "@/lib/access/actor";
import { movementCodesOf } from "@/lib/contracts/movement-group";
import type { KpiSums } from "@/lib/domain/measure/kpi";
import { minorDigits } from "@/lib/domain/shared/money";
import { powerOfTen } from "@/lib/domain/shared/round";
import { Prisma } from "./generated/prisma/client";
import { keepSales } from "./kpis/keep-sales";
import { type KpiRequest, quarterRows } from "./kpis/kpi-request";
import { activeOfLine, soldByLine, soldByPartner } from "./kpis/sold";
import { liveRecords } from "./metrics/live-facts";
import { knownBatches } from "./metrics/metric-request";
import { rateRows, requireRate } from "./metrics/plan-rates";
import { toSafeInteger } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** By what partners are told apart: everybody together, by tier, by the group of their region, or each. */
export type KpiBy = "total" | "tier" | "region" | "partner";
export type KpiGrouping = {
  readonly by: readonly KpiBy[];
  /** Of `region`: regions by internal id, each with the key of the group it belongs to; partners of the others are in none. */
  readonly regions?: readonly { readonly regionId: number; readonly key: string }[];
};

/** What SQL adds up; days of the quarter and the size of its run are the caller's. */
type Summed = Omit<KpiSums, "days" | "runs" | "allPartners" | "funds" | "coverage">;
/** `quarter` is its place in the request. `key` is "" for the total, a tier, a region group or a partner's code. */
export type KpiRow = { readonly by: KpiBy; readonly quarter: number; readonly key: string; readonly sums: Summed };
/** `key` is a product line's code. */
export type LineRow = Pick<KpiRow, "quarter" | "key"> & Pick<Summed, "revenue" | "revenueBefore" | "units">;

type Asked = Omit<KpiRequest, "scope" | "known"> & {
  readonly knownAt: number;
  /** The product lines of the category that sells most, by internal ids; none without sales. Those of a run that keeps its sales are its own. */
  readonly coreLines: readonly number[];
};

type SumName = keyof Summed;
type SumRecord = { readonly by: KpiBy; readonly quarter: number; readonly key: string | null; readonly missing: string | null } & {
  readonly [Name in SumName]: bigint;
};
type LineRecord = { readonly quarter: number; readonly key: string; readonly missing: string | null } & {
  readonly [Name in keyof Omit<LineRow, "quarter" | "key">]: bigint;
};

export function kpisRepository(tx: Tx, scope: Scope) {
  const requestOf = async ({ program, quarters, narrowing, keptRunId, knownAt }: Omit<Asked, "coreLines">): Promise<KpiRequest> => {
    staffOnly(scope);
    return { program, quarters, narrowing, keptRunId, scope, known: await knownBatches({ tx, scope, knownAt }) };
  };

  return {
    /**
     * What every group of partners comes to in each quarter, in one pass. A group without a partner has no row. Money in ten-thousandths of the
     * program's currency. @throws AppError unprocessable for a currency without a rate
     */
    async sums({ coreLines, ...asked }: Asked, grouping: KpiGrouping): Promise<KpiRow[]> {
      const request = await requestOf(asked);
      const records = await tx.$queryRaw<SumRecord[]>`
        with quarter as (${quarterRows(request)}),
        rate as (${rateRows(request.program)}),
        member as materialized (${members(request, grouping)}),
        sale as (${sales(request, coreLines)}),
        deal as (${deals(request)}),
        people as (${people(request)}),
        share as (${shares(request)})
        select m.n as quarter, ${ofGroup(grouping, GROUP_NAMES)} as by, ${ofGroup(grouping, GROUP_KEYS)} as key, min(coalesce(s.missing, d.missing)) as missing,
          coalesce(round(sum(s.revenue)), 0)::bigint as revenue, coalesce(round(sum(s.revenue_before)), 0)::bigint as "revenueBefore",
          coalesce(round(sum(s.core)), 0)::bigint as "coreRevenue", coalesce(sum(s.units), 0)::bigint as units, count(*) filter (where s.lines > 0) as "activePartners",
          coalesce(round(sum(d.sourced)), 0)::bigint as "sourcedPipeline", coalesce(sum(d.won), 0)::bigint as won, coalesce(sum(d.lost), 0)::bigint as lost,
          coalesce(sum(d.won_days), 0)::bigint as "wonDays", coalesce(sum(c.people), 0)::bigint as "certifiedPeople",
          count(m.tier) as partners, count(*) filter (where m.is_promoted) as promoted, count(*) filter (where m.is_demoted) as demoted,
          coalesce(round(sum(s.revenue) filter (where m.is_promoted)), 0)::bigint as "promotedRevenue",
          coalesce(round(sum(s.revenue) filter (where m.is_demoted)), 0)::bigint as "demotedRevenue",
          count(*) filter (where m.tier = m.qualified) as "asQualified", coalesce(sum(a.amount), 0)::bigint as allocated
        from member m left join sale s using (n, partner_id) left join deal d using (n, partner_id) left join people c using (n, partner_id) left join share a using (n, partner_id)
        group by grouping sets (${Prisma.join(grouping.by.map((by) => GROUP_SETS[by]))}) order by m.n`;
      requireRate(request.program, records.find(({ missing }) => missing !== null)?.missing ?? null);
      // A partner without a tier in the quarter, or outside of the region groups, is in none of them.
      return records.flatMap(({ by, quarter, key, missing: _, ...sums }) => (key === null ? [] : { by, quarter, key, sums: numbers(sums) }));
    },

    /**
     * POS by product line, of the partners that are not narrowed away; `revenueBefore` is 0 unless asked for. Who was active is another question
     * (`activeByLine`), and takes several times as long. @throws AppError unprocessable for a currency without a rate
     */
    async byLine(asked: Omit<Asked, "coreLines">, { before }: { readonly before: boolean }): Promise<LineRow[]> {
      const request = await requestOf(asked);
      const records = await tx.$queryRaw<LineRecord[]>`
        with quarter as (${quarterRows(request)}),
        rate as (${rateRows(request.program)}),
        member as materialized (${members(request, { by: [] })}),
        sold as (${soldByLine(request, { before })})
        select s.n as quarter, l.code as key, min(s.currency) filter (where rate.rate is null) as missing, coalesce(round(sum(s.net * rate.rate)), 0)::bigint as revenue,
          coalesce(round(sum(s.net_before * rate.rate)), 0)::bigint as "revenueBefore", coalesce(sum(s.units), 0)::bigint as units
        from sold s left join rate using (currency) join product_line l on l.org_id = ${scope.orgId} and l.id = s.line_id
        group by s.n, l.code order by s.n, l.code`;
      requireRate(request.program, records.find(({ missing }) => missing !== null)?.missing ?? null);
      return records.map(({ quarter, key, missing: _missing, ...sums }) => ({ quarter, key, ...numbers(sums) }));
    },

    /** Partners with at least one net POS line, by product line; a line without any has no row. */
    async activeByLine(asked: Omit<Asked, "coreLines">): Promise<(Pick<KpiRow, "quarter" | "key"> & Pick<Summed, "activePartners">)[]> {
      const request = await requestOf(asked);
      return tx.$queryRaw<{ quarter: number; key: string; activePartners: number }[]>`
        with quarter as (${quarterRows(request)}),
        member as materialized (${members(request, { by: [] })}),
        active as (${activeOfLine(request)})
        select a.n as quarter, l.code as key, a.partners as "activePartners"
        from active a join product_line l on l.org_id = ${scope.orgId} and l.id = a.line_id order by a.n, l.code`;
    },

    /** Keeps the sales of a draft, of the quarters asked for. @throws when the run is no draft */
    async keepSales(runId: number, { coreLines, ...asked }: Omit<Asked, "narrowing" | "keptRunId">): Promise<void> {
      await keepSales(tx, await requestOf({ ...asked, narrowing: {} }), runId, coreLines);
    },

    /** The core lines of a run that keeps its sales, by internal ids; null when it keeps none. */
    async keptCoreLines(runId: number): Promise<number[] | null> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ lineId: number; isCore: boolean }[]>`
        select distinct line_id as "lineId", is_core as "isCore" from run_line_sale where org_id = ${scope.orgId} and run_id = ${runId}`;
      return rows.length === 0 ? null : rows.filter(({ isCore }) => isCore).map(({ lineId }) => lineId);
    },

    /** How many approved funds have a period that begins in each quarter. */
    async fundsByQuarter(asked: Pick<Asked, "quarters" | "program">): Promise<number[]> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ n: number; funds: number }[]>`
        with quarter as (${quarterRows(asked)})
        select q.n, count(f.id)::int as funds from quarter q
        left join fund f on f.org_id = ${scope.orgId} and f.status = 'approved' and f.currency = ${asked.program.currency} and f.period_from >= q.from_day and f.period_from < q.until_day
        group by q.n`;
      return asked.quarters.map((_, n) => rows.find((row) => row.n === n)?.funds ?? 0);
    },

    /** The last run of the program that was published in each quarter, that is as of one of its days. */
    async runsByQuarter(programKey: string, quarters: readonly Pick<KpiRequest["quarters"][number], "from" | "until">[]): Promise<QuarterRun[]> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<(NonNullable<QuarterRun> & { n: number })[]>`
        with quarter as (${quarterRows({ quarters: quarters.map((quarter) => ({ ...quarter, runId: null })) })})
        select distinct on (q.n) q.n, r.id, r.number, r.as_of::text as "asOf", r.partners
        from quarter q join run r on r.org_id = ${scope.orgId} and r.status = 'published' and r.as_of >= q.from_day and r.as_of < q.until_day
        join program p on p.org_id = r.org_id and p.id = r.program_id and p.key = ${programKey}
        order by q.n, r.as_of desc, r.number desc`;
      return quarters.map((_, n) => rows.find((row) => row.n === n) ?? null);
    },

    /** Names of partners, and their tiers in a run; null without one. */
    async partners(runId: number | null, codes: readonly string[]): Promise<{ code: string; name: string; tier: string | null }[]> {
      staffOnly(scope);
      return tx.$queryRaw<{ code: string; name: string; tier: string | null }[]>`
        select p.code, p.name, d.decided as tier from partner p left join decision d on d.org_id = p.org_id and d.run_id = ${runId}::int and d.partner_id = p.id
        where p.org_id = ${scope.orgId} and p.code = any(${codes}::text[])`;
    },

    /** Product lines with their categories. */
    async lines(): Promise<ProductLineRow[]> {
      staffOnly(scope);
      return tx.$queryRaw<ProductLineRow[]>`
        select l.id, l.code, l.name, c.code as "categoryCode", c.name as "categoryName" from product_line l
        join product_category c on c.org_id = l.org_id and c.id = l.category_id where l.org_id = ${scope.orgId} order by l.code collate "C"`;
    },
  };
}

export type QuarterRun = { readonly id: number; readonly number: number; readonly asOf: string; readonly partners: number } | null;
export type ProductLineRow = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly categoryCode: string;
  readonly categoryName: string;
};

function numbers<Name extends string>(sums: { readonly [Key in Name]: bigint }): { readonly [Key in Name]: number } {
  return Object.fromEntries(Object.entries<bigint>(sums).map(([name, sum]) => [name, toSafeInteger(sum)])) as { [Key in Name]: number };
}

/** Each partner in each quarter, with its decision there, if any, and the group it counts for. */
function members({ scope, narrowing }: KpiRequest, grouping: KpiGrouping): Prisma.Sql {
  const conditions = [Prisma.sql`p.org_id = ${scope.orgId}`];
  if (narrowing.tier !== undefined) conditions.push(Prisma.sql`d.decided = ${narrowing.tier}`);
  if (narrowing.regions !== undefined) conditions.push(Prisma.sql`coalesce(dr.id, p.region_id) = any(${narrowing.regions}::int[])`);
  if (narrowing.partner !== undefined) conditions.push(Prisma.sql`p.code = ${narrowing.partner}`);
  const regions = grouping.regions ?? [];
  return Prisma.sql`
    select q.n, p.id as partner_id, p.code, d.decided as tier, d.qualified, g.key as region_group,
      d.movement = any(${movementCodesOf("promoted")}::text[]) as is_promoted, d.movement = any(${movementCodesOf("demoted")}::text[]) as is_demoted
    from quarter q cross join partner p
    left join decision d on d.org_id = p.org_id and d.run_id = q.run_id and d.partner_id = p.id
    left join region dr on dr.org_id = p.org_id and dr.code = d.region_code
    left join unnest(${regions.map(({ regionId }) => regionId)}::int[], ${regions.map(({ key }) => key)}::text[]) as g(region_id, key)
      on g.region_id = coalesce(dr.id, p.region_id)
    where ${Prisma.join(conditions, " and ")}`;
}

const GROUP_SETS = {
  total: Prisma.sql`(m.n)`,
  tier: Prisma.sql`(m.n, m.tier)`,
  region: Prisma.sql`(m.n, m.region_group)`,
  partner: Prisma.sql`(m.n, m.code)`,
} as const;
const GROUP_KEYS = { total: Prisma.sql`''`, tier: Prisma.sql`m.tier`, region: Prisma.sql`m.region_group`, partner: Prisma.sql`m.code` } as const;
const GROUP_NAMES = { total: Prisma.sql`'total'`, tier: Prisma.sql`'tier'`, region: Prisma.sql`'region'`, partner: Prisma.sql`'partner'` } as const;

/** What a row of the grouping sets says, by the one set that it belongs to. */
function ofGroup({ by }: KpiGrouping, says: Readonly<Record<KpiBy, Prisma.Sql>>): Prisma.Sql {
  const whens = by.filter((one) => one !== "total").map((one) => Prisma.sql`when grouping(${GROUP_KEYS[one]}) = 0 then ${says[one]}`);
  return whens.length === 0 ? says.total : Prisma.sql`case ${Prisma.join(whens, " ")} else ${says.total} end`;
}

/** What each partner sold in each quarter. Currencies are added up before they are converted. */
function sales(request: KpiRequest, coreLines: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    select f.n, f.partner_id, sum(f.lines) as lines, sum(f.units) as units, sum(f.net * rate.rate) as revenue, sum(f.net_before * rate.rate) as revenue_before,
      sum(f.core * rate.rate) as core, min(f.currency) filter (where rate.rate is null) as missing
    from (${soldByPartner(request, coreLines)}) f left join rate using (currency) group by f.n, f.partner_id`;
}

/** What was closed in the quarter, and what partners sourced and is open at its end: closed later still counts as open. */
function deals(request: KpiRequest): Prisma.Sql {
  return Prisma.sql`
    select q.n, o.partner_id, sum(o.amount_e4 * rate.rate) filter (where is_open and o.origin = 'sourced') as sourced,
      count(*) filter (where is_closed and o.status = 'won') as won, count(*) filter (where is_closed and o.status = 'lost') as lost,
      sum(o.closed_on - o.created_on) filter (where is_closed and o.status = 'won') as won_days,
      min(o.currency) filter (where rate.rate is null and is_open and o.origin = 'sourced') as missing
    from ${liveRecords("opportunity", request)} o cross join quarter q left join rate using (currency)
    cross join lateral (select o.created_on < q.until_day and (o.closed_on is null or o.closed_on >= q.until_day) as is_open,
      o.closed_on >= q.from_day and o.closed_on < q.until_day as is_closed) state
    where is_open or is_closed group by q.n, o.partner_id`;
}

function people(request: KpiRequest): Prisma.Sql {
  return Prisma.sql`
    select q.n, c.partner_id, count(distinct c.person) as people
    from ${liveRecords("certification", request)} c join quarter q on c.earned_on < q.until_day and (c.expires_on is null or c.expires_on >= q.until_day)
    group by q.n, c.partner_id`;
}

/** Approved allocations of periods that begin in the quarter, in ten-thousandths. */
function shares({ scope, program }: KpiRequest): Prisma.Sql {
  const scale = powerOfTen(4 - minorDigits(program.currency));
  return Prisma.sql`
    select q.n, a.partner_id, sum(a.amount) * ${scale}::int as amount
    from allocation a join fund f on f.org_id = a.org_id and f.id = a.fund_id and f.status = 'approved' and f.currency = ${program.currency}
    join quarter q on f.period_from >= q.from_day and f.period_from < q.until_day
    where a.org_id = ${scope.orgId} group by q.n, a.partner_id`;
}
