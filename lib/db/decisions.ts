import type { Scope } from "@/lib/access/actor";
import type { PartnerInput } from "@/lib/domain/run-input";
import type { Decision, MovementCode } from "@/lib/domain/score/decision";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";
import type { StandingRow } from "./standings";

/** One decision as it is stored; its columns repeat what standings filter and sort by. */
export type NewDecision = Omit<StandingRow, "borderline"> & {
  readonly partnerId: number;
  readonly solid: boolean | null;
  readonly percentile: number | null;
  readonly input: PartnerInput;
  readonly explanation: Decision;
};

export type ExplainedDecision = Pick<
  NewDecision,
  "partnerId" | "partnerCode" | "partnerName" | "regionName" | "partnerType" | "tierRank" | "percentile" | "explanation"
>;

export type HistoryRow = {
  readonly run: number;
  readonly asOf: IsoDate;
  readonly tier: string;
  readonly tierName: string;
  readonly score: number | null;
  readonly movement: MovementCode;
};

export type FrozenDecision = {
  readonly partnerId: number;
  readonly partnerName: string;
  readonly input: PartnerInput;
  readonly explanation: Decision;
};

/** What a run's row of a partner holds of its frozen input, whatever has become of it. */
export type StoredInput = { readonly code: string; readonly name: string; readonly input: PartnerInput };

/** A stored decision beside the columns that repeat it for lists. */
export type StoredDecision = {
  readonly code: string;
  readonly explanation: Decision;
  readonly columns: {
    readonly partner: string;
    readonly rank: number | null;
    readonly score: number | null;
    readonly qualified: string;
    readonly decided: string;
    readonly previousTier: string | null;
    readonly movement: string;
    readonly steps: number;
    readonly distanceToCut: number | null;
    readonly confidence: string;
    readonly stays: number | null;
    readonly rankBest: number | null;
    readonly rankWorst: number | null;
    readonly verdict: string | null;
  };
};

export function decisionsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  /** The decisions of the scope: a partner user's are its own, of published runs. */
  const own =
    scope.partnerId === null
      ? Prisma.sql`d.org_id = ${orgId}`
      : Prisma.sql`d.org_id = ${orgId} and d.partner_id = ${scope.partnerId} and exists (select from run p where p.org_id = d.org_id and p.id = d.run_id and p.status = 'published')`;

  return {
    /** Adds decisions to a draft in one statement: about a thousand at a time keep the message small. */
    async insert(runId: number, decisions: readonly NewDecision[]): Promise<void> {
      staffOnly(scope);
      const rows = canonicalJson(decisions);
      await tx.$executeRaw`
        insert into decision (org_id, run_id, partner_id, partner_code, partner_name, region_code, region_name, partner_type, rank, score, qualified, decided,
          tier_rank, previous_tier, movement, steps, distance_to_cut, confidence, stays, rank_best, rank_worst, solid, percentile, input, explanation)
        select ${orgId}::int, ${runId}::int, r.* from jsonb_to_recordset(${rows}::jsonb) as r("partnerId" int, "partnerCode" text, "partnerName" text,
          "regionCode" text, "regionName" text, "partnerType" text, rank int, score numeric, qualified text, decided text, "tierRank" smallint,
          "previousTier" text, movement text, steps smallint, "distanceToCut" numeric, confidence text, stays smallint,
          "rankBest" int, "rankWorst" int, solid boolean, percentile smallint, input jsonb, explanation jsonb)`;
    },

    /** One partner's decision in a run; for a partner user its own, whatever the code asked for. */
    async findExplained(runId: number, partnerCode: string | null): Promise<ExplainedDecision | null> {
      if (partnerCode === null && scope.partnerId === null) return null;
      const ofPartner = partnerCode === null ? Prisma.empty : Prisma.sql`and d.partner_code = ${partnerCode}`;
      const rows = await tx.$queryRaw<ExplainedDecision[]>`
        select d.partner_id as "partnerId", d.partner_code as "partnerCode", d.partner_name as "partnerName", d.region_name as "regionName",
          d.partner_type as "partnerType", d.tier_rank as "tierRank", d.percentile, d.explanation
        from decision d where ${own} and d.run_id = ${runId} ${ofPartner}`;
      return rows[0] ?? null;
    },

    /** A partner's decisions in the published runs of a program, the latest `limit`, oldest first. */
    async listHistory(programId: number, partnerId: number, limit: number): Promise<HistoryRow[]> {
      const rows = await tx.$queryRaw<HistoryRow[]>`
        select r.number as run, r.as_of::text as "asOf", d.decided as tier, d.score::float8 as score, d.movement,
          coalesce((select t ->> 'name' from jsonb_array_elements(v.document -> 'tiers') t where t ->> 'key' = d.decided limit 1), d.decided) as "tierName"
        from decision d
        join run r on r.org_id = d.org_id and r.id = d.run_id and r.status = 'published' and r.program_id = ${programId}
        join program_version v on v.org_id = r.org_id and v.id = r.program_version_id
        where ${own} and d.partner_id = ${partnerId}
        order by r.number desc limit ${limit}`;
      return rows.reverse();
    },

    /** One partner's frozen input with its decision; for a partner user its own, whatever the code asked for. */
    async findFrozen(runId: number, partnerCode: string | null): Promise<FrozenDecision | null> {
      if (partnerCode === null && scope.partnerId === null) return null;
      const ofPartner = partnerCode === null ? Prisma.empty : Prisma.sql`and d.partner_code = ${partnerCode}`;
      const rows = await tx.$queryRaw<FrozenDecision[]>`
        select d.partner_id as "partnerId", d.partner_name as "partnerName", d.input, d.explanation from decision d
        where ${own} and d.run_id = ${runId} ${ofPartner}`;
      return rows[0] ?? null;
    },

    /** Frozen inputs with their decisions, in code order, those after `afterCode`. */
    async listFrozen(runId: number, afterCode: string, limit: number): Promise<FrozenDecision[]> {
      staffOnly(scope);
      return tx.$queryRaw<FrozenDecision[]>`
        select d.partner_id as "partnerId", d.partner_name as "partnerName", d.input, d.explanation from decision d
        where ${own} and d.run_id = ${runId} and d.partner_code collate "C" > ${afterCode}
        order by d.partner_code collate "C" limit ${limit}`;
    },

    /** The frozen inputs of a run by code, those after the code `after`. */
    async listInputs(runId: number, after: string, limit: number): Promise<StoredInput[]> {
      staffOnly(scope);
      return tx.$queryRaw<StoredInput[]>`
        select d.partner_code as code, d.partner_name as name, d.input from decision d
        where ${own} and d.run_id = ${runId} and d.partner_code collate "C" > ${after}
        order by d.partner_code collate "C" limit ${limit}`;
    },

    /** The decisions of a run on the partners of these codes. */
    async listStored(runId: number, codes: readonly string[]): Promise<StoredDecision[]> {
      staffOnly(scope);
      return tx.$queryRaw<StoredDecision[]>`
        select d.partner_code as code, d.explanation, jsonb_build_object('partner', d.partner_code, 'rank', d.rank, 'score', d.score, 'qualified', d.qualified,
          'decided', d.decided, 'previousTier', d.previous_tier, 'movement', d.movement, 'steps', d.steps, 'distanceToCut', d.distance_to_cut,
          'confidence', d.confidence, 'stays', d.stays, 'rankBest', d.rank_best, 'rankWorst', d.rank_worst,
          'verdict', case d.solid when true then 'solid' when false then 'borderline' end) as columns
        from decision d where ${own} and d.run_id = ${runId} and d.partner_code = any(${[...codes]}::text[])`;
    },
  };
}
