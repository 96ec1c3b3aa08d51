import type { Program } from "../define/program";
import type { Population } from "../score/population";
import type { Minor } from "../shared/money";
import type { TierChange } from "./compare-tiers";
import { type BenefitCost, countPlaces, moneyAtStake } from "./money-at-stake";
import { yearlyRevenue } from "./revenue-metric";
import type { Baseline, Simulation } from "./simulate";

export type TierShare = { readonly tier: string; readonly name: string; readonly partners: number };

/** TierChange by counts alone. */
export type ChangeCounts = Pick<TierChange, "promoted" | "demoted" | "unchanged" | "unplaced"> & { readonly matrix: number[][] };

/** What a benefit takes in a year (of `activity`, for one activity of every partner); null where one side has no such benefit, or another currency. */
export type CostChange = {
  readonly benefit: string;
  readonly name: string;
  readonly per: BenefitCost["per"];
  readonly before: Minor | null;
  readonly after: Minor | null;
};

/** What other rules would do to the partners of a run, in counts. */
export type Effects = {
  readonly partners: number;
  readonly unscored: number;
  /** Lowest tier first. */
  readonly before: TierShare[];
  readonly after: TierShare[];
  readonly decided: ChangeCounts;
  readonly qualified: ChangeCounts;
  /** Of the program that was tried. */
  readonly currency: string;
  readonly costs: CostChange[];
};

type Side = { readonly program: Program; readonly places: Uint8Array };

/** `population`: of the program that was tried. */
export function effectsOf(program: Program, population: Population, baseline: Baseline, { run, decided, qualified }: Simulation): Effects {
  const before: Side = { program: baseline.program, places: baseline.decided };
  const after: Side = { program, places: run.decisions.decided };
  return {
    partners: population.partners.length,
    unscored: run.score.reduce((unscored, score) => unscored + (Number.isNaN(score) ? 1 : 0), 0),
    before: tierShares(before),
    after: tierShares(after),
    decided: changeCounts(decided),
    qualified: changeCounts(qualified),
    currency: program.currency,
    costs: costChanges(costsOf(before, population), costsOf(after, population), before.program.currency === program.currency),
  };
}

function tierShares({ program: { tiers }, places }: Side): TierShare[] {
  return countPlaces(places, tiers.length).map((partners, place) => ({ tier: tiers[place]?.key ?? "", name: tiers[place]?.name ?? "", partners }));
}

export function changeCounts({ matrix, promoted, demoted, unchanged, unplaced }: TierChange): ChangeCounts {
  return { matrix: matrix.map((row) => [...row]), promoted, demoted, unchanged, unplaced };
}

function costsOf({ program, places }: Side, population: Population): BenefitCost[] {
  return moneyAtStake(program, places, yearlyRevenue(program, population));
}

/** Benefits of either side by their keys, in the order of the program that was tried; of another currency nothing can be compared. */
export function costChanges(before: readonly BenefitCost[], after: readonly BenefitCost[], sameMoney: boolean): CostChange[] {
  const keys = [...new Set([...after, ...before].map(({ benefit }) => benefit))];
  return keys.flatMap((key) => {
    const [was, is] = [before.find(({ benefit }) => benefit === key), after.find(({ benefit }) => benefit === key)];
    const one = is ?? was;
    return one === undefined
      ? []
      : [{ benefit: key, name: one.name, per: one.per, before: sameMoney ? (was?.cost ?? null) : null, after: is?.cost ?? null }];
  });
}
