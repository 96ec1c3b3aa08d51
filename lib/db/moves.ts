import type { Scope } from "@/lib/access/actor";
import type { Decision, MovementCode } from "@/lib/domain/score/decision";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** A decision beside the same partner's decision in the run it follows. */
export type MoveRow = {
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly from: string | null;
  readonly to: string;
  readonly steps: number;
  readonly movement: MovementCode;
  readonly score: number | null;
  readonly scoreBefore: number | null;
  readonly nodes: Decision["nodes"];
  /** null when the partner was not in the run before. */
  readonly nodesBefore: Decision["nodes"] | null;
};

/** `changed`: another tier than before; `kept` adds those whose tier a movement rule or an override kept or limited. */
export type MoveKind = "changed" | "changed_or_kept";

export function movesRepository(tx: Tx, scope: Scope) {
  const moving = (runId: number, kind: MoveKind): Prisma.Sql => {
    staffOnly(scope);
    const changed = Prisma.sql`d.previous_tier is distinct from d.decided`;
    const which = kind === "changed" ? changed : Prisma.sql`(${changed} or d.movement <> 'unchanged')`;
    return Prisma.sql`d.org_id = ${scope.orgId} and d.run_id = ${runId} and ${which}`;
  };

  return {
    /** The largest moves first. */
    async list(runId: number, baseRunId: number, kind: MoveKind, limit: number): Promise<MoveRow[]> {
      return tx.$queryRaw<MoveRow[]>`
        select d.partner_code as "partnerCode", d.partner_name as "partnerName", d.region_code as "regionCode", d.region_name as "regionName",
          d.previous_tier as "from", d.decided as "to", d.steps, d.movement, d.score::float8 as score, b.score::float8 as "scoreBefore",
          d.explanation -> 'nodes' as nodes, b.explanation -> 'nodes' as "nodesBefore"
        from (
          select * from decision d where ${moving(runId, kind)}
          order by abs(d.steps) desc, d.previous_tier is not distinct from d.decided, abs(d.distance_to_cut) nulls last, d.partner_code collate "C" limit ${limit}
        ) d
        left join decision b on b.org_id = d.org_id and b.run_id = ${baseRunId} and b.partner_id = d.partner_id
        order by abs(d.steps) desc, d.previous_tier is not distinct from d.decided, abs(d.distance_to_cut) nulls last, d.partner_code collate "C"`;
    },

    async count(runId: number, kind: MoveKind): Promise<number> {
      const rows = await tx.$queryRaw<{ moves: number }[]>`select count(*)::int as moves from decision d where ${moving(runId, kind)}`;
      return rows[0]?.moves ?? 0;
    },

    /** Partners by tier before (null: none) and tier now. */
    async matrix(runId: number): Promise<{ from: string | null; to: string; partners: number }[]> {
      staffOnly(scope);
      return tx.$queryRaw`
        select d.previous_tier as "from", d.decided as "to", count(*)::int as partners from decision d
        where d.org_id = ${scope.orgId} and d.run_id = ${runId} group by 1, 2 order by min(d.tier_rank) desc, 1 nulls last`;
    },
  };
}
