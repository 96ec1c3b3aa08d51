import { type Minor, toMinor } from "../shared/money";

/** What one proposal gives a partner, and the tier it is in. */
export type ProposedPart = { readonly partner: string; readonly tier: string; readonly amount: Minor };

/** Partners of a tier that take part, and what they get together, before and after. */
export type TierShift = { readonly tier: string; readonly before: Side; readonly after: Side };
type Side = { readonly partners: number; readonly amount: Minor };
/** A partner that gets more or less; the tier is null where it takes no part. */
export type PartShift = {
  readonly partner: string;
  readonly tierBefore: string | null;
  readonly tierAfter: string | null;
  readonly before: Minor;
  readonly after: Minor;
};

/** Two ways to share a budget, tier by tier in the order given, and the partners for whom they differ, the largest change first, ties by code. */
export function compareProposals(
  tiers: readonly string[],
  before: readonly ProposedPart[],
  after: readonly ProposedPart[],
): { readonly tiers: readonly TierShift[]; readonly moves: readonly PartShift[] } {
  const sideOf = (parts: readonly ProposedPart[], tier: string): Side => {
    const inTier = parts.filter((part) => part.tier === tier);
    return { partners: inTier.length, amount: toMinor(inTier.reduce((sum, { amount }) => sum + BigInt(amount), 0n)) };
  };
  return {
    tiers: tiers.map((tier) => ({ tier, before: sideOf(before, tier), after: sideOf(after, tier) })),
    moves: shifts(before, after),
  };
}

function shifts(before: readonly ProposedPart[], after: readonly ProposedPart[]): PartShift[] {
  const earlier = new Map(before.map((part) => [part.partner, part]));
  const later = new Map(after.map((part) => [part.partner, part]));
  const nothing = toMinor(0);
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((partner) => {
      const was = earlier.get(partner);
      const is = later.get(partner);
      return { partner, tierBefore: was?.tier ?? null, tierAfter: is?.tier ?? null, before: was?.amount ?? nothing, after: is?.amount ?? nothing };
    })
    .filter((shift) => shift.before !== shift.after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.partner < b.partner ? -1 : 1));
}
