import { MovementGroup, movementGroupOf } from "@/lib/contracts/movement-group";
import type { RunSummary } from "@/lib/contracts/run";
import type { Program } from "@/lib/domain/define/program";
import type { Decision } from "@/lib/domain/score/decision";
import { lowestScoreRequirement } from "@/lib/domain/score/distance-to-cut";

/** `hasBase`: whether there is a run before whose tiers can be counted. */
export function summarizeRun(program: Program, decisions: readonly Decision[], hasBase: boolean): RunSummary {
  const now = new Map<string, number>();
  const before = new Map<string, number>();
  const movements = new Map<MovementGroup, number>();
  for (const { decided, previous, movement } of decisions) {
    count(now, decided);
    if (previous !== null) count(before, previous.tier);
    count(movements, movementGroupOf(movement.code));
  }
  return {
    tiers: program.tiers.map(({ key, name, requires }, rank) => ({
      tier: key,
      name,
      rank,
      partners: now.get(key) ?? 0,
      before: hasBase ? (before.get(key) ?? 0) : null,
      cut: lowestScoreRequirement(requires),
    })),
    movements: Object.fromEntries(MovementGroup.options.map((group) => [group, movements.get(group) ?? 0])) as RunSummary["movements"],
    borderline: decisions.filter(({ robustness }) => robustness?.verdict === "borderline").length,
    unscored: decisions.filter(({ score }) => score === null).length,
    zero: decisions.filter(({ score }) => score === 0).length,
  };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
