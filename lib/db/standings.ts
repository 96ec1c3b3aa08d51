import type { Scope } from "@/lib/access/actor";
import type { Decision, MovementCode } from "@/lib/domain/score/decision";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";
import { withinRegion } from "./within-region";

export type StandingRow = {
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly partnerType: string | null;
  readonly rank: number | null;
  readonly score: number | null;
  readonly qualified: string;
  readonly decided: string;
  /** Position of the decided tier, 0 for the lowest. */
  readonly tierRank: number;
  readonly previousTier: string | null;
  readonly movement: MovementCode;
  readonly steps: number;
  readonly distanceToCut: number | null;
  readonly confidence: Decision["confidence"]["level"];
  /** Of a thousand variations of the weights, those in which the tier stays; with the best and the worst rank, null where it was not measured. */
  readonly stays: number | null;
  readonly rankBest: number | null;
  readonly rankWorst: number | null;
  readonly borderline: boolean;
};

/** What narrows a run's standings; an absent field does not. */
export type StandingsFilter = {
  /** Part of the partner's code or name, in any case. */
  readonly search?: string | undefined;
  readonly tier?: string | undefined;
  /** Code of a region; its partners are those of all regions below it too. */
  readonly region?: string | undefined;
  readonly type?: string | undefined;
  readonly movements?: readonly MovementCode[] | undefined;
  readonly borderline?: true | undefined;
};

export type StandingsOrder = { readonly by: "rank" | "name" | "score" | "tier" | "region" | "movement"; readonly direction: "asc" | "desc" };

const COLUMNS = Prisma.sql`d.partner_code as "partnerCode", d.partner_name as "partnerName", d.region_code as "regionCode", d.region_name as "regionName",
  d.partner_type as "partnerType", d.rank, d.score::float8 as score, d.qualified, d.decided, d.tier_rank as "tierRank", d.previous_tier as "previousTier",
  d.movement, d.steps, d.distance_to_cut::float8 as "distanceToCut", d.confidence, d.stays, d.rank_best as "rankBest", d.rank_worst as "rankWorst", d.borderline`;

const ORDER_BY = {
  rank: Prisma.sql`d.rank`,
  name: Prisma.sql`lower(d.partner_name) collate "C"`,
  score: Prisma.sql`d.score`,
  tier: Prisma.sql`d.tier_rank`,
  region: Prisma.sql`lower(d.region_name) collate "C"`,
  movement: Prisma.sql`d.steps`,
} as const;

const DIRECTION = { asc: Prisma.sql`asc`, desc: Prisma.sql`desc` } as const;

export function standingsRepository(tx: Tx, scope: Scope) {
  const matching = (runId: number, filter: StandingsFilter): Prisma.Sql => {
    staffOnly(scope);
    const conditions = [Prisma.sql`d.org_id = ${scope.orgId}`, Prisma.sql`d.run_id = ${runId}`];
    // strpos, not LIKE: a % or _ that someone types is a character like any other.
    if (filter.search)
      conditions.push(
        Prisma.sql`(strpos(lower(d.partner_code), lower(${filter.search})) > 0 or strpos(lower(d.partner_name), lower(${filter.search})) > 0)`,
      );
    if (filter.tier !== undefined) conditions.push(Prisma.sql`d.decided = ${filter.tier}`);
    if (filter.region !== undefined) conditions.push(Prisma.sql`d.region_code in ${withinRegion(scope, filter.region)}`);
    if (filter.type !== undefined) conditions.push(Prisma.sql`d.partner_type = ${filter.type}`);
    if (filter.movements !== undefined) conditions.push(Prisma.sql`d.movement = any(${[...filter.movements]}::text[])`);
    if (filter.borderline !== undefined) conditions.push(Prisma.sql`d.borderline`);
    return Prisma.join(conditions, " and ");
  };

  return {
    /** Ties, and partners without a rank or score (always last), come in order of code. */
    async list(
      runId: number,
      filter: StandingsFilter,
      order: StandingsOrder,
      { offset, limit }: { readonly offset: number; readonly limit: number },
    ): Promise<StandingRow[]> {
      return tx.$queryRaw<StandingRow[]>`
        select ${COLUMNS} from decision d where ${matching(runId, filter)}
        order by ${ORDER_BY[order.by]} ${DIRECTION[order.direction]} nulls last, d.partner_code collate "C" offset ${offset} limit ${limit}`;
    },

    /** By rank, those after the partner of code `after`; partners without a rank come last, in order of code. */
    async listAfter(runId: number, after: string | null, limit: number): Promise<StandingRow[]> {
      const place = Prisma.sql`coalesce(d.rank, 2147483647), d.partner_code collate "C"`;
      const inRun = matching(runId, {});
      const following =
        after === null ? Prisma.empty : Prisma.sql`and (${place}) > (select ${place} from decision d where ${inRun} and d.partner_code = ${after})`;
      return tx.$queryRaw<StandingRow[]>`select ${COLUMNS} from decision d where ${inRun} ${following} order by ${place} limit ${limit}`;
    },

    /** `averageScore` is over the scored partners; null when none is. */
    async total(runId: number, filter: StandingsFilter): Promise<{ partners: number; averageScore: number | null }> {
      const rows = await tx.$queryRaw<{ partners: number; averageScore: number | null }[]>`
        select count(*)::int as partners, avg(d.score)::float8 as "averageScore" from decision d where ${matching(runId, filter)}`;
      return rows[0] ?? { partners: 0, averageScore: null };
    },

    /** Codes of the regions, and the partner types, that occur in a run. */
    async choices(runId: number): Promise<{ regions: string[]; types: string[] }> {
      const inRun = matching(runId, {});
      const regions = await tx.$queryRaw<{ code: string }[]>`select distinct d.region_code as code from decision d where ${inRun}`;
      const types = await tx.$queryRaw<{ type: string }[]>`
        select distinct d.partner_type as type from decision d where ${inRun} and d.partner_type is not null order by 1`;
      return { regions: regions.map(({ code }) => code), types: types.map(({ type }) => type) };
    },

    /** The borderline ones, least firm first; of a run that did not measure it, nearest to a cut first. */
    async listBorderline(runId: number, limit: number): Promise<StandingRow[]> {
      return tx.$queryRaw<StandingRow[]>`
        select ${COLUMNS} from decision d where ${matching(runId, { borderline: true })}
        order by d.stays, abs(d.distance_to_cut), d.partner_code collate "C" limit ${limit}`;
    },
  };
}
