import { grantIn } from "../define/grant-in";
import type { Program } from "../define/program";
import { type Bps, type Minor, majorToMinor, percentOf, toMinor } from "../shared/money";
import type { YearlyRevenue } from "./revenue-metric";

/** What a benefit that is money takes in a year, in minor units of the program's currency; of `activity`, for one activity of every partner. */
export type BenefitCost = { readonly benefit: string; readonly name: string; readonly per: "year" | "activity"; readonly cost: Minor };

const TIMES_A_YEAR = { quarter: 4, year: 1, activity: 1 } as const;

/**
 * What the matrix of a program takes in a year for partners in these tiers: amounts times the partners that are granted them, and rates
 * of each partner's revenue in a year, rounded for each partner. `revenue`: major units by row, NaN without data; null where the program
 * measures none, and rates then are left out. RangeError for what does not fit.
 */
export function moneyAtStake(program: Program, places: Uint8Array, revenue: YearlyRevenue | null): BenefitCost[] {
  const { entitlements, tiers, currency } = program;
  return (entitlements?.benefits ?? []).flatMap((benefit): BenefitCost[] => {
    const grants = tiers.map(({ key }) => grantIn(entitlements?.grants ?? {}, key, benefit.key));
    if (benefit.type === "amount") {
      const each = grants.map((grant) => (typeof grant === "number" ? BigInt(majorToMinor(grant, currency)) : 0n));
      const total = countPlaces(places, tiers.length).reduce((sum, count, place) => sum + BigInt(count) * (each[place] ?? 0n), 0n);
      const per = benefit.per === "activity" ? "activity" : "year";
      return [{ benefit: benefit.key, name: benefit.name, per, cost: toMinor(total * BigInt(TIMES_A_YEAR[benefit.per])) }];
    }
    if (benefit.type !== "rate" || revenue === null) return [];
    let total = 0n;
    for (let row = 0; row < places.length; row++) {
      const grant = grants[places[row] ?? 0];
      const sold = revenue.column[row] ?? Number.NaN;
      if (typeof grant !== "number" || !(sold > 0)) continue;
      total += BigInt(percentOf(majorToMinor(sold * revenue.timesAYear, currency), grant as Bps));
    }
    return [{ benefit: benefit.key, name: benefit.name, per: "year", cost: toMinor(total) }];
  });
}

/** How many partners are in each tier, by its place. */
export function countPlaces(places: Uint8Array, tiers: number): number[] {
  const counts = new Array<number>(tiers).fill(0);
  for (let row = 0; row < places.length; row++) counts[places[row] ?? 0] = (counts[places[row] ?? 0] ?? 0) + 1;
  return counts;
}
