import { type Minor, toMinor } from "../shared/money";

/** One partner's part in a fund, in minor units of the fund's currency. */
export type FundClaim = {
  /** The partner's code, which settles ties. */
  readonly partner: string;
  /** What its tier gives it before the rest is shared. */
  readonly base: Minor;
  /** Its part in sharing the rest, a whole number, for example score × revenue; 0 takes no part. */
  readonly weight: bigint;
  /** What it gets at least and at most, `base` included; null is without a cap. */
  readonly floor: Minor;
  readonly cap: Minor | null;
};

/** `bound`: the floor or cap that decided the amount; null when the rule did. */
export type FundAmount = { readonly partner: string; readonly amount: Minor; readonly bound: "floor" | "cap" | null };

/** Why a budget cannot be allocated. `needed` is what bases and floors take together. */
export type FundProblem =
  | { readonly code: "budget_too_small"; readonly needed: Minor }
  | { readonly code: "no_weights" }
  | { readonly code: "floor_above_cap"; readonly partner: string };

export type FundAllocation =
  | { readonly ok: true; readonly amounts: readonly FundAmount[]; readonly unallocated: Minor }
  | { readonly ok: false; readonly problem: FundProblem };

/** A claim in whole numbers of any size; `most` is null without a cap. */
type Claim = { readonly partner: string; readonly base: bigint; readonly weight: bigint; readonly least: bigint; readonly most: bigint | null };
/** How much of the pool one unit of weight gets: `up` / `down`, exactly. */
type Rate = { readonly up: bigint; readonly down: bigint };

/**
 * Shares a budget: everybody's base first, then the rest in proportion to the weights, within floors and caps. One rate for all is
 * sought at which base + rate × weight, held within each partner's bounds, takes the whole budget; what caps leave over stays
 * unallocated. Amounts are whole minor units that add up to the budget exactly: parts of one are settled by largest remainder, ties by
 * partner code. In the order of the claims, whose order decides nothing else.
 *
 * Refused when bases and floors take more than the budget, and when there is something to share and nobody with a weight.
 */
export function allocateFund(budget: Minor, claims: readonly FundClaim[]): FundAllocation {
  const upsideDown = claims.find(({ floor, cap }) => cap !== null && floor > cap);
  if (upsideDown !== undefined) return { ok: false, problem: { code: "floor_above_cap", partner: upsideDown.partner } };
  const all = claims.map(toClaim);
  const whole = BigInt(budget);
  const needed = demand(all, { up: 0n, down: 1n });
  if (needed > whole) return { ok: false, problem: { code: "budget_too_small", needed: toMinor(needed) } };
  if (needed < whole && all.every(({ weight }) => weight === 0n)) return { ok: false, problem: { code: "no_weights" } };

  const amounts = settle(all, whole, rateFor(all, whole));
  return {
    ok: true,
    amounts: all.map((claim, place) => ({
      partner: claim.partner,
      amount: toMinor(amounts[place] ?? 0n),
      bound: boundOf(claim, amounts[place] ?? 0n),
    })),
    unallocated: toMinor(whole - amounts.reduce((sum, amount) => sum + amount, 0n)),
  };
}

function toClaim({ partner, base, weight, floor, cap }: FundClaim): Claim {
  return { partner, base: BigInt(base), weight: weight > 0n ? weight : 0n, least: BigInt(floor), most: cap === null ? null : BigInt(cap) };
}

/** What a claim takes at a rate, times `down`. */
function taken({ base, weight, least, most }: Claim, { up, down }: Rate): bigint {
  const asked = base * down + weight * up;
  if (most !== null && asked > most * down) return most * down;
  if (asked < least * down) return least * down;
  return asked;
}

/** What all claims take together at a rate, times `down`. It never falls as the rate rises. */
function demand(claims: readonly Claim[], rate: Rate): bigint {
  return claims.reduce((sum, claim) => sum + taken(claim, rate), 0n);
}

/**
 * The highest rate, of zero and those at which a claim leaves its floor or reaches its cap, that the budget can pay. From there to
 * the next such rate the same claims grow, each with its weight.
 */
function rateFor(claims: readonly Claim[], budget: bigint): Rate {
  const turns = claims.flatMap(turningPoints).sort((a, b) => compare(a.up * b.down, b.up * a.down));
  let [low, high] = [-1, turns.length]; // `low` can be paid, `high` cannot
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const rate = turns[middle];
    if (rate !== undefined && demand(claims, rate) <= budget * rate.down) low = middle;
    else high = middle;
  }
  return turns[low] ?? { up: 0n, down: 1n };
}

function turningPoints({ base, weight, least, most }: Claim): Rate[] {
  if (weight === 0n) return [];
  return [least, most].flatMap((bound) => (bound === null || bound <= base ? [] : { up: bound - base, down: weight }));
}

/** The amounts at the rate, and what the budget then has left shared by weight among the claims that still grow. */
function settle(claims: readonly Claim[], budget: bigint, rate: Rate): bigint[] {
  const growing = claims.map((claim) => claim.weight > 0n && grows(claim, rate));
  const amounts = claims.map((claim, place) => (growing[place] ? claim.base : taken(claim, rate) / rate.down));
  const rest = budget - amounts.reduce((sum, amount) => sum + amount, 0n);
  const weights = claims.reduce((sum, { weight }, place) => (growing[place] ? sum + weight : sum), 0n);
  if (weights === 0n) return amounts; // every cap is reached
  const remainders = claims.flatMap((claim, place) => {
    if (!growing[place]) return [];
    amounts[place] = (amounts[place] ?? 0n) + (rest * claim.weight) / weights;
    return { place, partner: claim.partner, remainder: (rest * claim.weight) % weights };
  });
  const left = budget - amounts.reduce((sum, amount) => sum + amount, 0n);
  remainders.sort((a, b) => compare(b.remainder, a.remainder) || (a.partner < b.partner ? -1 : 1));
  for (const { place } of remainders.slice(0, Number(left))) amounts[place] = (amounts[place] ?? 0n) + 1n;
  return amounts;
}

/** Whether a claim takes more at any higher rate: it has left its floor, and has not reached its cap. */
function grows({ base, weight, least, most }: Claim, { up, down }: Rate): boolean {
  const asked = base * down + weight * up;
  return asked >= least * down && (most === null || asked < most * down);
}

function boundOf({ base, weight, least, most }: Claim, amount: bigint): FundAmount["bound"] {
  if (most !== null && amount === most && (base > most || weight > 0n)) return "cap";
  return amount === least && base < least ? "floor" : null;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
