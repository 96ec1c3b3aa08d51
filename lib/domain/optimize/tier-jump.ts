import { grantIn } from "../define/grant-in";
import type { Program } from "../define/program";
import { fundTiers } from "../entitle/fund-tiers";
import { type Minor, minorToMajor, toMinor } from "../shared/money";
import { moneyAtStake } from "./money-at-stake";

/** What a partner of a tier is granted in a year beyond one of the tier below, in minor units of the program's currency. */
export type TierJump = {
  readonly value: Minor;
  /** Of each benefit that makes a difference; they add up to the value. */
  readonly parts: readonly { readonly benefit: string; readonly name: string; readonly value: Minor }[];
  /**
   * Names of the benefits that differ too, and have no value in a year: times, levels, what is included, what is paid by activity, and rates
   * where no revenue is known.
   */
  readonly uncounted: readonly string[];
};

/**
 * The jump from the tier below to the one at `place`, for a partner with this revenue in a year (major units; null where none is known).
 * Of a fund it counts what the fund pays at the least, the grant within floor and cap: what is shared on top depends on the budget.
 */
export function tierJump(program: Program, place: number, revenue: number | null): TierJump {
  const benefits = program.entitlements?.benefits ?? [];
  const paid = asFundsPay(program);
  const upper = inYear(paid, place, revenue);
  const lower = inYear(paid, place - 1, revenue);
  const parts = benefits.flatMap(({ key: benefit, name }) => {
    const value = (upper.get(benefit) ?? 0) - (lower.get(benefit) ?? 0);
    return value === 0 ? [] : [{ benefit, name, value: toMinor(value) }];
  });
  const uncounted = benefits.filter(({ key }) => !upper.has(key) && grantAt(program, place, key) !== grantAt(program, place - 1, key));
  return { value: toMinor(parts.reduce((sum, { value }) => sum + value, 0)), parts, uncounted: uncounted.map(({ name }) => name) };
}

/** What one partner of a tier is granted in a year, by benefit. */
function inYear(program: Program, place: number, revenue: number | null): ReadonlyMap<string, Minor> {
  const sold = revenue === null ? null : { column: Float64Array.of(revenue), timesAYear: 1 };
  const costs = moneyAtStake(program, Uint8Array.of(place), sold).filter(({ per }) => per === "year");
  return new Map(costs.map(({ benefit, cost }) => [benefit, cost]));
}

/** The program with grants as its funds pay them at the least. */
function asFundsPay(program: Program): Program {
  const { entitlements, funds = [], currency } = program;
  if (entitlements === undefined) return program;
  const grants = { ...entitlements.grants };
  for (const fund of funds)
    for (const { tier, base, floor, cap } of fundTiers(program, fund)) {
      if (base === null) continue;
      const least = Math.min(Math.max(base, floor ?? 0), cap ?? Number.POSITIVE_INFINITY);
      grants[tier] = { ...grants[tier], [fund.benefit]: minorToMajor(toMinor(least), currency) };
    }
  return { ...program, entitlements: { ...entitlements, grants } };
}

function grantAt({ entitlements, tiers }: Program, place: number, benefit: string) {
  return grantIn(entitlements?.grants ?? {}, tiers[place]?.key ?? "", benefit) ?? null;
}
