import type { SimulationSummary } from "@/lib/contracts/simulation";
import type { Program } from "@/lib/domain/define/program";
import type { TierChange } from "@/lib/domain/optimize/compare-tiers";
import { type BenefitCost, countPlaces, moneyAtStake } from "@/lib/domain/optimize/money-at-stake";
import { revenueMetric } from "@/lib/domain/optimize/revenue-metric";
import type { Baseline, Simulation } from "@/lib/domain/optimize/simulate";
import type { Population } from "@/lib/domain/score/population";

type Side = { readonly program: Program; readonly places: Uint8Array };

/** What is kept of a simulation. `population`: of the program that was tried. */
export function summarizeSimulation(
  program: Program,
  population: Population,
  baseline: Baseline,
  { run, decided, qualified }: Simulation,
): SimulationSummary {
  const before: Side = { program: baseline.program, places: baseline.decided };
  const after: Side = { program, places: run.decisions.decided };
  return {
    partners: population.partners.length,
    before: tierShares(before),
    after: tierShares(after),
    decided: changeDto(decided),
    qualified: changeDto(qualified),
    unscored: run.score.reduce((unscored, score) => unscored + (Number.isNaN(score) ? 1 : 0), 0),
    currency: program.currency,
    costs: costChanges(costsOf(before, population), costsOf(after, population), before.program.currency === program.currency),
  };
}

function tierShares({ program: { tiers }, places }: Side): SimulationSummary["before"] {
  return countPlaces(places, tiers.length).map((partners, place) => ({ tier: tiers[place]?.key ?? "", name: tiers[place]?.name ?? "", partners }));
}

function changeDto({ matrix, promoted, demoted, unchanged, unplaced }: TierChange): SimulationSummary["decided"] {
  return { matrix: matrix.map((row) => [...row]), promoted, demoted, unchanged, unplaced };
}

function costsOf({ program, places }: Side, { readings: [own] }: Population): BenefitCost[] {
  const revenue = revenueMetric(program);
  return moneyAtStake(program, places, revenue === null || own === undefined ? null : { column: own.table.column(revenue.key), ...revenue });
}

/** Benefits of either side by their keys, in the order of the program that was tried; of another currency nothing can be compared. */
function costChanges(before: readonly BenefitCost[], after: readonly BenefitCost[], sameMoney: boolean): SimulationSummary["costs"] {
  const keys = [...new Set([...after, ...before].map(({ benefit }) => benefit))];
  return keys.flatMap((key) => {
    const [was, is] = [before.find(({ benefit }) => benefit === key), after.find(({ benefit }) => benefit === key)];
    const one = is ?? was;
    return one === undefined
      ? []
      : [{ benefit: key, name: one.name, per: one.per, before: sameMoney ? (was?.cost ?? null) : null, after: is?.cost ?? null }];
  });
}
