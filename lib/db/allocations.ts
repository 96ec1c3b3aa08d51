import type { Scope } from "@/lib/access/actor";
import type { AllocationSort, FundStatus } from "@/lib/contracts/fund";
import type { FundPartner } from "@/lib/domain/entitle/propose-allocations";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { type Minor, toMinor } from "@/lib/domain/shared/money";
import { Prisma } from "./generated/prisma/client";
import { ownRows, type Tx } from "./scope";
import { staffOnly } from "./staff-only";
import { withinRegion } from "./within-region";

export type NewAllocation = {
  readonly partnerId: number;
  readonly base: Minor;
  readonly revenue: Minor | null;
  readonly floor: Minor;
  readonly cap: Minor | null;
  readonly bound: "floor" | "cap" | null;
  readonly proposed: Minor;
  readonly amount: Minor;
  /** Null together, when the amount is the proposed one. */
  readonly reason: string | null;
  readonly adjustedBy: string | null;
};

/** One partner's allocation with its decision in the fund's run; money in minor units. */
export type AllocationRow = NewAllocation & {
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly tier: string;
  /** An override pinned the tier. */
  readonly overridden: boolean;
  readonly score: number | null;
  /** In the fund before; null without one, 0 without a part in it. */
  readonly previous: Minor | null;
  readonly revision: number;
};

export type AllocationNarrowing = {
  readonly search?: string | undefined;
  readonly tier?: string | undefined;
  readonly region?: string | undefined;
  readonly adjusted?: boolean | undefined;
  readonly bound?: "floor" | "cap" | undefined;
};
export type AllocationOrder = { readonly by: AllocationSort; readonly direction: "asc" | "desc" };
/** A fund and the approved one of the period before, by their ids. */
export type FundPair = { readonly fundId: number; readonly previousId: number | null };

export type AllocationSums = {
  readonly partners: number;
  readonly base: Minor;
  readonly proposed: Minor;
  readonly amount: Minor;
  readonly revenue: Minor;
  readonly previous: Minor | null;
};

/** A partner's allocation as it is told to the partner. */
export type PartnerAllocationRow = {
  readonly fund: number;
  readonly status: FundStatus;
  readonly benefit: string;
  readonly benefitName: string;
  readonly periodFrom: IsoDate;
  readonly periodUntil: IsoDate;
  readonly startMonth: number;
  readonly currency: string;
  readonly amount: Minor;
};

/** What a run says of a partner that may take part in a fund. */
export type Claimant = FundPartner & { readonly partnerId: number; readonly name: string };

type AmountName = "base" | "revenue" | "floor" | "cap" | "proposed" | "amount" | "previous";
type AllocationRecord = Omit<AllocationRow, AmountName> & {
  readonly base: bigint;
  readonly revenue: bigint | null;
  readonly floor: bigint;
  readonly cap: bigint | null;
  readonly proposed: bigint;
  readonly amount: bigint;
  readonly previous: bigint | null;
};

const ORDER_BY = {
  name: Prisma.sql`lower(d.partner_name) collate "C"`,
  tier: Prisma.sql`d.tier_rank`,
  score: Prisma.sql`d.score`,
  revenue: Prisma.sql`a.revenue`,
  proposed: Prisma.sql`a.proposed`,
  amount: Prisma.sql`a.amount`,
  change: Prisma.sql`a.amount - coalesce(b.amount, 0)`,
} as const;
const DIRECTION = { asc: Prisma.sql`asc`, desc: Prisma.sql`desc` } as const;

const minorOrNull = (value: bigint | null): Minor | null => (value === null ? null : toMinor(value));

function toRow(record: AllocationRecord): AllocationRow {
  return {
    ...record,
    base: toMinor(record.base),
    revenue: minorOrNull(record.revenue),
    floor: toMinor(record.floor),
    cap: minorOrNull(record.cap),
    proposed: toMinor(record.proposed),
    amount: toMinor(record.amount),
    previous: minorOrNull(record.previous),
  };
}

export function allocationsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  /** The allocations of a fund beside those of the fund before, as `from` and `where`. */
  const matching = ({ fundId, previousId }: FundPair, { search, tier, region, adjusted, bound }: AllocationNarrowing): Prisma.Sql => {
    staffOnly(scope);
    const conditions = [Prisma.sql`a.org_id = ${orgId}`, Prisma.sql`a.fund_id = ${fundId}`];
    // strpos, not LIKE: a % or _ that someone types is a character like any other.
    if (search)
      conditions.push(Prisma.sql`(strpos(lower(d.partner_code), lower(${search})) > 0 or strpos(lower(d.partner_name), lower(${search})) > 0)`);
    if (tier !== undefined) conditions.push(Prisma.sql`d.decided = ${tier}`);
    if (region !== undefined) conditions.push(Prisma.sql`d.region_code in ${withinRegion(scope, region)}`);
    if (adjusted !== undefined) conditions.push(Prisma.sql`(a.reason is not null) = ${adjusted}`);
    if (bound !== undefined) conditions.push(Prisma.sql`a.bound = ${bound}`);
    return Prisma.sql`from allocation a join fund f on f.org_id = a.org_id and f.id = a.fund_id
      join decision d on d.org_id = f.org_id and d.run_id = f.run_id and d.partner_id = a.partner_id
      left join allocation b on b.org_id = a.org_id and b.fund_id = ${previousId}::int and b.partner_id = a.partner_id
      where ${Prisma.join(conditions, " and ")}`;
  };
  const previousOf = ({ previousId }: FundPair): Prisma.Sql => (previousId === null ? Prisma.sql`null::bigint` : Prisma.sql`coalesce(b.amount, 0)`);
  const columns = (
    pair: FundPair,
  ): Prisma.Sql => Prisma.sql`a.partner_id as "partnerId", d.partner_code as "partnerCode", d.partner_name as "partnerName",
    d.region_code as "regionCode", d.region_name as "regionName", d.decided as tier, d.movement = 'overridden' as overridden,
    d.score::float8 as score, a.base, a.revenue, a.floor, a.cap, a.bound,
    a.proposed, a.amount, a.reason, a.adjusted_by as "adjustedBy", ${previousOf(pair)} as previous, a.revision`;

  return {
    /** What a run says of all its partners, with the value of a metric, in code order. */
    async listClaimants(runId: number, metric: string): Promise<Claimant[]> {
      staffOnly(scope);
      return tx.$queryRaw<Claimant[]>`
        select d.partner_id as "partnerId", d.partner_code as partner, d.partner_name as name, d.decided as tier, d.score::float8 as score,
          (d.explanation -> 'metrics' -> ${metric}::text ->> 'value')::float8 as revenue
        from decision d where d.org_id = ${orgId} and d.run_id = ${runId} order by d.partner_code collate "C"`;
    },

    /** Replaces a draft's allocations by these, as of one of its revisions. */
    async replace(fundId: number, revision: number, allocations: readonly NewAllocation[]): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`delete from allocation where org_id = ${orgId} and fund_id = ${fundId}`;
      await tx.$executeRaw`
        insert into allocation (org_id, fund_id, revision, partner_id, base, revenue, floor, cap, bound, proposed, amount, reason, adjusted_by)
        select ${orgId}::int, ${fundId}::int, ${revision}::int, r.* from jsonb_to_recordset(${JSON.stringify(allocations)}::jsonb) as r("partnerId" int, base bigint,
          revenue bigint, floor bigint, cap bigint, bound text, proposed bigint, amount bigint, reason text, "adjustedBy" text)`;
    },

    /** Sets one amount, if the allocation is still as it was seen. False when somebody changed it. */
    async adjust(
      fundId: number,
      { partnerId, revision: seen }: Pick<AllocationRow, "partnerId" | "revision">,
      to: Pick<NewAllocation, "amount" | "reason" | "adjustedBy"> & { readonly revision: number },
    ): Promise<boolean> {
      staffOnly(scope);
      const changed = await tx.$executeRaw`
        update allocation set amount = ${to.amount}::bigint, reason = ${to.reason}, adjusted_by = ${to.adjustedBy}, revision = ${to.revision}
        where org_id = ${orgId} and fund_id = ${fundId} and partner_id = ${partnerId} and revision = ${seen}`;
      return changed === 1;
    },

    async find(fundId: number, partnerCode: string): Promise<AllocationRow | null> {
      const pair = { fundId, previousId: null };
      const rows = await tx.$queryRaw<AllocationRecord[]>`select ${columns(pair)} ${matching(pair, {})} and d.partner_code = ${partnerCode}`;
      return rows[0] === undefined ? null : toRow(rows[0]);
    },

    /** A page of them, or all. Ties come in order of code. */
    async list(
      pair: FundPair,
      narrowing: AllocationNarrowing,
      order: AllocationOrder,
      page: { readonly offset: number; readonly limit: number } | null,
    ): Promise<AllocationRow[]> {
      const part = page === null ? Prisma.empty : Prisma.sql`offset ${page.offset} limit ${page.limit}`;
      const rows = await tx.$queryRaw<AllocationRecord[]>`
        select ${columns(pair)} ${matching(pair, narrowing)}
        order by ${ORDER_BY[order.by]} ${DIRECTION[order.direction]} nulls last, d.partner_code collate "C" ${part}`;
      return rows.map(toRow);
    },

    /** What the narrowed rows add up to; `previous` is null without a fund before. */
    async sums(pair: FundPair, narrowing: AllocationNarrowing): Promise<AllocationSums> {
      type Sums = { partners: number; base: bigint; proposed: bigint; amount: bigint; revenue: bigint; previous: bigint | null };
      const rows = await tx.$queryRaw<Sums[]>`
        select count(*)::int as partners, coalesce(sum(a.base), 0)::bigint as base, coalesce(sum(a.proposed), 0)::bigint as proposed, coalesce(sum(a.amount), 0)::bigint as amount,
          coalesce(sum(a.revenue), 0)::bigint as revenue, ${pair.previousId === null ? Prisma.sql`null::bigint` : Prisma.sql`coalesce(sum(b.amount), 0)::bigint`} as previous
        ${matching(pair, narrowing)}`;
      const sums = rows[0];
      if (sums === undefined) throw new Error("an aggregate gave no row");
      return {
        partners: sums.partners,
        base: toMinor(sums.base),
        proposed: toMinor(sums.proposed),
        amount: toMinor(sums.amount),
        revenue: toMinor(sums.revenue),
        previous: minorOrNull(sums.previous),
      };
    },

    /** Codes of the regions that occur in a fund. */
    async regions(fundId: number): Promise<string[]> {
      const rows = await tx.$queryRaw<{ code: string }[]>`select distinct d.region_code as code ${matching({ fundId, previousId: null }, {})}`;
      return rows.map(({ code }) => code);
    },

    /** A partner's allocations of approved funds, and for staff of those being prepared; newest period first. For a partner user its own. */
    async listOfPartner(partnerCode: string | null): Promise<PartnerAllocationRow[]> {
      const own = ownRows(scope);
      if (own.partnerId === undefined && partnerCode === null) return [];
      const whose =
        own.partnerId === undefined ? Prisma.sql`p.code = ${partnerCode}` : Prisma.sql`a.partner_id = ${own.partnerId} and f.status = 'approved'`;
      const rows = await tx.$queryRaw<(Omit<PartnerAllocationRow, "amount"> & { amount: bigint })[]>`
        select f.number as fund, f.status, f.benefit, f.period_from::text as "periodFrom", f.period_until::text as "periodUntil", f.currency, a.amount,
          coalesce((select b ->> 'name' from jsonb_array_elements(v.document #> '{entitlements,benefits}') b where b ->> 'key' = f.benefit limit 1), f.benefit) as "benefitName",
          (v.document #>> '{fiscalCalendar,startMonth}')::int as "startMonth"
        from allocation a join fund f on f.org_id = a.org_id and f.id = a.fund_id join partner p on p.org_id = a.org_id and p.id = a.partner_id
        join run r on r.org_id = f.org_id and r.id = f.run_id join program_version v on v.org_id = r.org_id and v.id = r.program_version_id
        where a.org_id = ${orgId} and ${whose} and f.status <> 'discarded' order by f.period_from desc, f.number desc limit 40`;
      return rows.map((row) => ({ ...row, amount: toMinor(row.amount) }));
    },
  };
}
