import type { FundRule } from "../define/fund";
import type { Program } from "../define/program";
import { type Minor, majorToMinor, minorToMajor, toMinor } from "../shared/money";
import { unitsOf } from "../shared/round";
import { allocateFund, type FundAmount, type FundProblem } from "./allocate-fund";
import { type FundTier, fundTiers } from "./fund-tiers";

/** What a run says of one partner. `revenue` is the value of the fund's metric in major units; null is no data. */
export type FundPartner = { readonly partner: string; readonly tier: string; readonly score: number | null; readonly revenue: number | null };

/** One partner's proposal with all that it follows from; money in minor units of the program's currency. */
export type ProposedAllocation = FundAmount & {
  /** What the matrix grants its tier. */
  readonly base: Minor;
  readonly score: number | null;
  readonly revenue: Minor | null;
  readonly floor: Minor;
  readonly cap: Minor | null;
};

export type AllocationProposal =
  | { readonly ok: true; readonly allocations: readonly ProposedAllocation[]; readonly unallocated: Minor }
  | { readonly ok: false; readonly problem: FundProblem };

/**
 * What the rule gives each partner of a budget, those whose tier is granted the benefit: base + rate × score × revenue within the
 * bounds of its tier, one rate for all, adding up exactly (`allocateFund`). The weight is the rounded score, the one that everybody
 * sees, times revenue in minor units; without a score, or without revenue above zero, it is 0. In the order given.
 *
 * RangeError for a revenue that minor units cannot hold.
 */
export function proposeAllocations(program: Program, rule: FundRule, budget: Minor, partners: readonly FundPartner[]): AllocationProposal {
  const tiers = fundTiers(program, rule);
  const claims = partners.flatMap((partner) => claimOf(tiers, program.currency, partner));
  const allocation = allocateFund(
    budget,
    claims.map(({ partner, base, floor, cap, weight }) => ({ partner, base, floor, cap, weight })),
  );
  if (!allocation.ok) return allocation;
  return {
    ok: true,
    unallocated: allocation.unallocated,
    allocations: allocation.amounts.flatMap((amount, place) => {
      const claim = claims[place];
      if (claim === undefined) return [];
      const { base, score, revenue, floor, cap } = claim;
      return { ...amount, base, score, revenue, floor, cap };
    }),
  };
}

type Claim = Omit<ProposedAllocation, "amount" | "bound"> & { readonly weight: bigint };

function claimOf(tiers: readonly FundTier[], currency: string, { partner, tier, score, revenue }: FundPartner): Claim[] {
  const rule = tiers.find((one) => one.tier === tier);
  if (rule === undefined || rule.base === null) return [];
  const inMinor = revenue === null ? null : majorToMinor(revenue, currency);
  return [{ partner, base: rule.base, score, revenue: inMinor, floor: rule.floor ?? toMinor(0), cap: rule.cap, weight: weightOf(score, inMinor) }];
}

/** Scores have at most four decimals. */
const SCORE_DECIMALS = 4;

function weightOf(score: number | null, revenue: Minor | null): bigint {
  return score === null || revenue === null || revenue <= 0 ? 0n : BigInt(unitsOf(score, SCORE_DECIMALS)) * BigInt(revenue);
}

/** What was allocated for each major unit of revenue, as a share (0.012 is 1.2 cents in the dollar); null without revenue above zero. */
export function perUnitOfRevenue(amount: Minor, revenue: Minor | null, currency: string): number | null {
  return revenue === null || revenue <= 0 ? null : minorToMajor(amount, currency) / minorToMajor(revenue, currency);
}
