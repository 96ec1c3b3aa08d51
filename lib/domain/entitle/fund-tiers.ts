import type { FundRule } from "../define/fund";
import { grantIn } from "../define/grant-in";
import type { Program } from "../define/program";
import { type Minor, majorToMinor } from "../shared/money";

/** What a fund's rule says of one tier, in minor units; `base` is null where the tier takes no part. */
export type FundTier = {
  readonly tier: string;
  readonly name: string;
  readonly base: Minor | null;
  readonly floor: Minor | null;
  readonly cap: Minor | null;
};

/** Lowest tier first. */
export function fundTiers({ tiers, entitlements, currency }: Program, { benefit, bounds }: FundRule): FundTier[] {
  const minor = (amount: number | null) => (amount === null ? null : majorToMinor(amount, currency));
  return tiers.map(({ key, name }) => {
    const grant = entitlements === undefined ? null : grantIn(entitlements.grants, key, benefit);
    const { floor = null, cap = null } = Object.hasOwn(bounds, key) ? (bounds[key] ?? {}) : {};
    return { tier: key, name, base: minor(typeof grant === "number" ? grant : null), floor: minor(floor), cap: minor(cap) };
  });
}
