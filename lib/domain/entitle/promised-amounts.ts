import type { Program } from "../define/program";
import { type Minor, majorToMinor, toMinor } from "../shared/money";
import { entitlementsByTier } from "./entitlement";

/** What one tier is promised of an amount: `each` partner, null where it is granted nothing, and all its partners together. */
export type PromisedToTier = { readonly tier: string; readonly partners: number; readonly each: Minor | null; readonly total: Minor };

export type PromisedAmount = {
  readonly benefit: string;
  readonly per: "quarter" | "year" | "activity";
  /** Lowest tier first. */
  readonly tiers: readonly PromisedToTier[];
  readonly total: Minor;
};

/**
 * What the matrix promises in money, by benefit of type `amount`, in minor units of the program's currency: each tier's grant times
 * its partners. `partners`: how many are in each tier; a tier that is not named has none. RangeError for what does not fit.
 */
export function promisedAmounts(program: Program, partners: ReadonlyMap<string, number>): readonly PromisedAmount[] {
  const { currency, tiers, entitlements } = program;
  const byTier = entitlementsByTier(program);
  return (entitlements?.benefits ?? []).flatMap((benefit, place) => {
    if (benefit.type !== "amount") return [];
    const promised = tiers.map(({ key: tier }, at): PromisedToTier => {
      const grant = byTier?.[at]?.[place]?.grant;
      const each = typeof grant === "number" ? majorToMinor(grant, currency) : null;
      const count = partners.get(tier) ?? 0;
      return { tier, partners: count, each, total: toMinor(BigInt(each ?? 0) * BigInt(count)) };
    });
    const total = promised.reduce((sum, one) => sum + BigInt(one.total), 0n);
    return { benefit: benefit.key, per: benefit.per, tiers: promised, total: toMinor(total) };
  });
}
