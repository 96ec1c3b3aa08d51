import type { Scope } from "@/lib/access/actor";
import type { Decision, MovementCode } from "@/lib/domain/score/decision";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** A decision beside the same partner's decision in the run it follows. A run that `restates` the one it follows (as of the same day) moves partners from where that put them; any other, from the review before. */
export type MoveRow = {
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly from: string | null;
  readonly to: string;
  readonly steps: number;
  /** Tiers risen or fallen by the rules of movement: against the review before, also where the run restates another. */
  readonly reviewSteps: number;
  readonly movement: MovementCode;
  /** The tier its figures qualify for, whatever the rules of movement made of that. */
  readonly qualified: string;
  readonly missedReviews: number;
  readonly graceReviews: number;
  readonly score: number | null;
  readonly scoreBefore: number | null;
  readonly nodes: Decision["nodes"];
  /** null when the partner was not in the run before. */
  readonly nodesBefore: Decision["nodes"] | null;
};

/** `risen` and `fallen` change tier; `kept` adds those whose tier a movement rule or an override kept or limited. */
export type MoveKind = "risen" | "fallen" | "changed_or_kept";

/** Internal ids of a run and the one it follows. */
export type Compared = { readonly runId: number; readonly baseRunId: number | null; readonly restates: boolean };

export function movesRepository(tx: Tx, scope: Scope) {
  const compared = ({ runId, baseRunId, restates }: Compared): Prisma.Sql => {
    staffOnly(scope);
    return Prisma.sql`(
      select d.*, b.score as score_before, b.explanation as explanation_before,
        ${restates ? Prisma.sql`b.decided` : Prisma.sql`d.previous_tier`} as from_tier,
        ${restates ? Prisma.sql`coalesce(d.tier_rank - b.tier_rank, 0)::int` : Prisma.sql`d.steps::int`} as move_steps
      from decision d left join decision b on b.org_id = d.org_id and b.run_id = ${baseRunId}::int and b.partner_id = d.partner_id
      where d.org_id = ${scope.orgId} and d.run_id = ${runId}) d`;
  };
  const moved = (kind: MoveKind, { restates }: Compared): Prisma.Sql => {
    if (kind === "risen") return Prisma.sql`d.move_steps > 0`;
    if (kind === "fallen") return Prisma.sql`d.move_steps < 0`;
    const changed = Prisma.sql`d.from_tier is distinct from d.decided`;
    // A restatement keeps nobody by rule that the restated run did not.
    return restates ? changed : Prisma.sql`(${changed} or d.movement <> 'unchanged')`;
  };

  return {
    /** The largest moves first: by tiers, then by the change of the score. */
    async list(at: Compared, kind: MoveKind, limit: number): Promise<MoveRow[]> {
      return tx.$queryRaw<MoveRow[]>`
        select d.partner_code as "partnerCode", d.partner_name as "partnerName", d.region_code as "regionCode", d.region_name as "regionName",
          d.from_tier as "from", d.decided as "to", d.move_steps as steps, d.steps::int as "reviewSteps", d.movement, d.qualified,
          (d.explanation #>> '{movement,missedReviews}')::int as "missedReviews", (d.explanation #>> '{movement,graceReviews}')::int as "graceReviews",
          d.score::float8 as score, d.score_before::float8 as "scoreBefore",
          d.explanation -> 'nodes' as nodes, d.explanation_before -> 'nodes' as "nodesBefore"
        from ${compared(at)} where ${moved(kind, at)}
        order by abs(d.move_steps) desc, d.from_tier is not distinct from d.decided, abs(d.score - d.score_before) desc nulls last, d.partner_code collate "C" limit ${limit}`;
    },

    async count(at: Compared, kind: MoveKind): Promise<number> {
      const rows = await tx.$queryRaw<{ moves: number }[]>`select count(*)::int as moves from ${compared(at)} where ${moved(kind, at)}`;
      return rows[0]?.moves ?? 0;
    },

    /** Partners by tier before (null: none) and tier now. */
    async matrix(at: Compared): Promise<{ from: string | null; to: string; partners: number }[]> {
      return tx.$queryRaw`
        select d.from_tier as "from", d.decided as "to", count(*)::int as partners from ${compared(at)} group by 1, 2 order by min(d.tier_rank) desc, 1 nulls last`;
    },
  };
}
