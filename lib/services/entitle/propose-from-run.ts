import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import type { Claimant, NewAllocation } from "@/lib/db/allocations";
import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import type { FundRule } from "@/lib/domain/define/fund";
import type { Program } from "@/lib/domain/define/program";
import type { FundProblem } from "@/lib/domain/entitle/allocate-fund";
import { type ProposedAllocation, proposeAllocations } from "@/lib/domain/entitle/propose-allocations";
import { type Minor, minorText } from "@/lib/domain/shared/money";
import { AppError } from "@/lib/errors";
import { readRunProgram } from "@/lib/services/score/read-run-program";

/** The rule of a fund in a run's version of the program. @throws AppError not_found when the version has none for the benefit */
export async function requireFundRule(db: ScopedDb, run: RunRow, benefit: string): Promise<{ readonly program: Program; readonly rule: FundRule }> {
  const program = await readRunProgram(db, run);
  const rule = program.funds?.find((fund) => fund.benefit === benefit);
  if (rule === undefined) {
    throw new AppError(
      "not_found",
      `Version ${run.program.version} of the program, by which run ${run.number} was evaluated, has no rule for a fund of "${benefit}": state one under "funds" in a new version.`,
    );
  }
  return { program, rule };
}

/** What the rule proposes for a partner of the run. */
export type RunProposal = { readonly claimant: Claimant; readonly allocation: NewAllocation };

/** What the rule proposes for the partners of a run. @throws AppError unprocessable when the budget cannot be shared by it */
export async function proposeFromRun(db: ScopedDb, run: RunRow, benefit: string, budget: Minor): Promise<readonly RunProposal[]> {
  const { program, rule } = await requireFundRule(db, run, benefit);
  const claimants = await db.allocations.listClaimants(run.id, rule.revenue);
  const proposal = proposeAllocations(program, rule, budget, claimants);
  if (!proposal.ok) throw cannotPropose(proposal.problem, budget, program.currency);
  const proposed = new Map(proposal.allocations.map((allocation) => [allocation.partner, allocation]));
  return claimants.flatMap((claimant) => {
    const found = proposed.get(claimant.partner);
    return found === undefined ? [] : { claimant, allocation: newAllocation(claimant, found) };
  });
}

function newAllocation({ partnerId }: Claimant, { base, revenue, floor, cap, bound, amount }: ProposedAllocation): NewAllocation {
  return { partnerId, base, revenue, floor, cap, bound, proposed: amount, amount, reason: null, adjustedBy: null };
}

function cannotPropose(problem: FundProblem, budget: Minor, currency: string): AppError {
  const money = (amount: Minor) => `${minorText(amount, currency)} ${currency}`;
  switch (problem.code) {
    case "budget_too_small": {
      const refusal: FundRefusal = { ...problem, budget, currency };
      return new AppError(
        "unprocessable",
        `What the program grants as base and floor takes ${money(problem.needed)}, and the budget is ${money(budget)}. Raise the budget to that at least, or publish a version that grants less.`,
        refusal,
      );
    }
    case "no_weights":
      return new AppError(
        "unprocessable",
        "There is a budget to share and nobody to share it: no partner that takes part has both a score and revenue. Look at the run that the fund follows from.",
        problem,
      );
    case "floor_above_cap":
      return new AppError("unprocessable", `The floor of partner ${problem.partner} lies above its cap: mend the rule in the program.`, problem);
  }
}
