import { shifted } from "./edit-score";
import type { Program, Tier } from "./program";
import { withoutUndefined } from "./without-undefined";

/** The program with a tier changed; a member set to undefined is taken out. */
export function editTier(program: Program, key: string, change: Partial<Tier>): Program {
  return { ...program, tiers: program.tiers.map((tier) => (tier.key === key ? withoutUndefined({ ...tier, ...change }) : tier)) };
}

/** The program with a new tier right above another one. What benefits grant in it is stated too: nothing. */
export function addTier(program: Program, above: string, tier: Tier): Program {
  const place = program.tiers.findIndex(({ key }) => key === above) + 1;
  const tiers = [...program.tiers.slice(0, place), tier, ...program.tiers.slice(place)];
  const { entitlements } = program;
  if (entitlements === undefined) return { ...program, tiers };
  const nothing = Object.fromEntries(entitlements.benefits.map(({ key }) => [key, null]));
  return { ...program, tiers, entitlements: { ...entitlements, grants: { ...entitlements.grants, [tier.key]: nothing } } };
}

/** The program without a tier, and without what benefits grant in it. The lowest tier stays: it takes everyone. */
export function removeTier(program: Program, key: string): Program {
  const place = program.tiers.findIndex((tier) => tier.key === key);
  if (place <= 0) return program;
  const { entitlements, funds } = program;
  return {
    ...program,
    tiers: program.tiers.filter((tier) => tier.key !== key),
    ...(entitlements !== undefined && { entitlements: { ...entitlements, grants: without(entitlements.grants, key) } }),
    ...(funds !== undefined && { funds: funds.map((fund) => ({ ...fund, bounds: without(fund.bounds, key) })) }),
  };
}

/** Up (+1) or down (−1) the ladder; nothing passes the lowest tier, which takes everyone. */
export function shiftTier(program: Program, key: string, by: -1 | 1): Program {
  const from = program.tiers.findIndex((tier) => tier.key === key);
  const to = from + by;
  return from <= 0 || to <= 0 || to >= program.tiers.length ? program : { ...program, tiers: shifted(program.tiers, from, to) };
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
