import type { Program } from "../define/program";
import { lowestScoreRequirement } from "../score/distance-to-cut";
import type { Population } from "../score/population";
import type { EvaluatedRun } from "../score/run-decision";
import type { IsoDate } from "../shared/iso-date";
import { median } from "../shared/median";
import { minorToMajor } from "../shared/money";
import { CLIFF_FROM, NEAR_POINTS } from "./cliff-limits";
import { revenueMetric, yearlyRevenue } from "./revenue-metric";
import { type SalesToCross, salesToCross } from "./sales-to-cross";
import { type TierJump, tierJump } from "./tier-jump";

/** What lies between a tier and the one below it, by the figures alone: movement may hold partners on either side for a while. */
export type Cliff = {
  readonly lower: string;
  readonly upper: string;
  /** Place of the upper tier. */
  readonly place: number;
  /** The score that the upper tier asks for; null where it asks for none, and nobody can be said to be near. */
  readonly cut: number | null;
  /** Partners near the cut that do not qualify for the upper tier or a higher one, though their score may reach it; and those that do. */
  readonly below: number;
  readonly above: number;
  /** Median revenue of all partners near the cut, in major units a year, at which the jump is valued; null where none is known. */
  readonly typicalRevenue: number | null;
  readonly jump: TierJump;
  /** Null where nobody is near below, or no revenue above 0 is known. */
  readonly sales: SalesToCross | null;
  /** The value of the jump over the median of the sales that it takes; null where it cannot be said. */
  readonly share: number | null;
  readonly isCliff: boolean;
};

/** One for each cut between neighbouring tiers, the lowest first. `run`: what the program makes of the population. */
export function cliffsOf(program: Program, asOf: IsoDate, population: Population, run: EvaluatedRun): Cliff[] {
  const revenue = yearlyRevenue(program, population);
  const metric = revenueMetric(program);
  return program.tiers.slice(1).map((upper, below): Cliff => {
    const place = below + 1;
    const cut = cutOf(program, place);
    const near = cut === null ? [] : rowsNear(run.score, cut);
    const short = near.filter((row) => (run.qualification.qualified[row] ?? 0) < place);
    const sold = near.map((row) => revenue?.column[row] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    const typical = sold.length === 0 ? null : median(sold);
    const typicalRevenue = typical === null || revenue === null ? null : typical * revenue.timesAYear;
    const jump = tierJump(program, place, typicalRevenue);
    const sales =
      metric === null || !(typical !== null && typical > 0) || short.length === 0
        ? null
        : salesToCross({ program, asOf, population, run, revenue: metric, typical, cuts: program.tiers.length - 1 }, short, place);
    const share = sales?.needed == null ? null : minorToMajor(jump.value, program.currency) / sales.needed.median;
    return {
      ...{ lower: program.tiers[below]?.name ?? "", upper: upper.name, place, cut },
      ...{ below: short.length, above: near.length - short.length, typicalRevenue, jump, sales, share },
      isCliff: share !== null && share > CLIFF_FROM,
    };
  });
}

/** The lowest score with which a tier may be qualified for; on a ladder the tiers below ask theirs too. */
function cutOf({ tiers, qualification }: Program, place: number): number | null {
  const asked = tiers.slice(qualification === "ladder" ? 0 : place, place + 1).map(({ requires }) => lowestScoreRequirement(requires));
  const cuts = asked.filter((cut) => cut !== null);
  return cuts.length === 0 ? null : Math.max(...cuts);
}

/** In order of partners' codes. */
function rowsNear(score: Float64Array, cut: number): number[] {
  return [...score.keys()].filter((row) => Math.abs((score[row] ?? Number.NaN) - cut) <= NEAR_POINTS);
}
