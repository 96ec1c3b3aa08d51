import type { NewDecision } from "@/lib/db/decisions";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import type { Decision } from "@/lib/domain/score/decision";
import { cohortPercentiles } from "./cohort-percentiles";
import type { FrozenPartner } from "./freeze-inputs";

const CHUNK = 1000;

/** Stores a draft's decisions beside their frozen inputs. Both lists are in code order. */
export async function storeDecisions(
  db: ScopedDb,
  runId: number,
  program: Program,
  partners: readonly FrozenPartner[],
  decisions: readonly Decision[],
): Promise<void> {
  const tierRank = new Map(program.tiers.map(({ key }, rank) => [key, rank]));
  const percentiles = cohortPercentiles(partners.map(({ row }, i) => ({ cohort: row.type, score: decisions[i]?.score ?? null })));
  for (let start = 0; start < partners.length; start += CHUNK) {
    const chunk = partners.slice(start, start + CHUNK).map((partner, i) => {
      const decision = decisions[start + i];
      if (decision?.partner !== partner.row.code) throw new Error(`the decision at ${start + i} is not that of partner ${partner.row.code}`);
      return newDecision(partner, decision, tierRank.get(decision.decided) ?? 0, percentiles[start + i] ?? null);
    });
    await db.decisions.insert(runId, chunk);
  }
}

function robustnessOf({ robustness }: Decision): Pick<NewDecision, "stays" | "rankBest" | "rankWorst" | "solid"> {
  if (robustness === undefined) return { stays: null, rankBest: null, rankWorst: null, solid: null };
  const { stays, rankBest, rankWorst, verdict } = robustness;
  return { stays, rankBest, rankWorst, solid: verdict === "solid" };
}

function newDecision({ row, region, input }: FrozenPartner, decision: Decision, tierRank: number, percentile: number | null): NewDecision {
  return {
    partnerId: row.id,
    partnerCode: row.code,
    partnerName: row.name,
    regionCode: region.code,
    regionName: region.name,
    partnerType: row.type,
    rank: decision.rank,
    score: decision.score,
    qualified: decision.qualified,
    decided: decision.decided,
    tierRank,
    previousTier: decision.previous?.tier ?? null,
    movement: decision.movement.code,
    steps: decision.movement.steps,
    distanceToCut: decision.distanceToCut,
    confidence: decision.confidence.level,
    ...robustnessOf(decision),
    percentile,
    input,
    explanation: decision,
  };
}
