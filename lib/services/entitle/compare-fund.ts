import { CompareFund, FUND_MOVES_SHOWN, type FundComparison } from "@/lib/contracts/fund";
import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { compareProposals, type ProposedPart } from "@/lib/domain/entitle/compare-proposals";
import { type Minor, toMinor } from "@/lib/domain/shared/money";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { requireRun } from "@/lib/services/score/require-run";
import { fundDto } from "./fund-dto";
import { proposeFromRun } from "./propose-from-run";
import { requireFund } from "./require-fund";

/** What the fund's budget would become with another run, of a draft version of the program for example. Nothing is stored. */
export const compareFund = query({
  permission: "fund.read",
  input: CompareFund,
  async run({ db }, { fund: number, run }): Promise<FundComparison> {
    const fund = await requireFund(db, number);
    const own = await requireRun(db, fund.run);
    const other = await requireRun(db, run);
    if (other.program.key !== own.program.key) {
      throw new AppError("invalid_input", `run: run ${run} is of the program "${other.program.key}", and fund ${number} of "${own.program.key}".`);
    }
    const before = await partsOf(db, own, fund.benefit, fund.budget);
    const after = await partsOf(db, other, fund.benefit, fund.budget);
    if (before.currency !== after.currency) {
      throw new AppError(
        "unprocessable",
        `Run ${run} is in ${after.currency}, and fund ${number} in ${before.currency}: their amounts cannot be compared.`,
      );
    }
    const tierNames = new Map([...before.tierNames, ...after.tierNames]);
    const names = new Map([...before.names, ...after.names]);
    const { tiers, moves } = compareProposals([...tierNames.keys()].toReversed(), before.parts, after.parts);
    return {
      fund: fundDto(fund),
      other: { run: other.number, asOf: other.asOf, status: other.status, program: other.program.version },
      tiers: tiers
        .filter((tier) => tier.before.partners + tier.after.partners > 0)
        .map((tier) => ({ ...tier, name: tierNames.get(tier.tier) ?? tier.tier })),
      unallocated: { before: left(fund.budget, before.parts), after: left(fund.budget, after.parts) },
      moves: moves
        .slice(0, FUND_MOVES_SHOWN)
        .map(({ partner, ...move }) => ({ partner: { code: partner, name: names.get(partner) ?? partner }, ...move })),
      movesTotal: moves.length,
    };
  },
});

async function partsOf(db: ScopedDb, run: RunRow, benefit: string, budget: Minor) {
  const proposals = await proposeFromRun(db, run, benefit, budget);
  const { tiers, currency } = await readRunProgram(db, run);
  return {
    parts: proposals.map(({ claimant: { partner, tier }, allocation: { amount } }): ProposedPart => ({ partner, tier, amount })),
    currency,
    tierNames: tiers.map(({ key, name }) => [key, name] as const),
    names: proposals.map(({ claimant: { partner, name } }) => [partner, name] as const),
  };
}

function left(budget: Minor, parts: readonly ProposedPart[]): Minor {
  return toMinor(parts.reduce((rest, { amount }) => rest - BigInt(amount), BigInt(budget)));
}
