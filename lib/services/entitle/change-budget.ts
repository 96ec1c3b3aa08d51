import { ChangeBudget, type Fund } from "@/lib/contracts/fund";
import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import type { NewAllocation } from "@/lib/db/allocations";
import { minorText, toMinor } from "@/lib/domain/shared/money";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { fundDto } from "./fund-dto";
import { proposeFromRun } from "./propose-from-run";
import { lockDraft, requireFund, requireRevision } from "./require-fund";

/** Sets another budget and proposes anew from the last published run. What was adjusted stays as it is, of partners that still take part. */
export const changeBudget = command({
  permission: "fund.allocate",
  input: ChangeBudget,
  async run({ actor, db }, { fund: number, budget, revision }): Promise<Fund> {
    const fund = await lockDraft(db, number);
    requireRevision(fund, revision);
    const run = await requireRunOrCurrent(db, undefined, fund.program.key);
    const proposed = await proposeFromRun(db, run, fund.benefit, budget);
    const adjusted = await db.allocations.list({ fundId: fund.id, previousId: null }, { adjusted: true }, BY_NAME, null);
    const allocations = keepAdjusted(
      proposed.map(({ allocation }) => allocation),
      adjusted,
    );
    const total = toMinor(allocations.reduce((sum, { amount }) => sum + BigInt(amount), 0n));
    if (total > budget) {
      const money = (amount: number) => `${minorText(toMinor(amount), fund.currency)} ${fund.currency}`;
      throw new AppError(
        "unprocessable",
        `With the adjusted amounts this takes ${money(total)}, which is ${money(total - budget)} more than the budget. Take adjustments back, or set a larger budget.`,
        { code: "adjusted_above_budget", needed: total, budget, currency: fund.currency } satisfies FundRefusal,
      );
    }
    const next = await db.funds.revise(fund.id, { budget, runId: run.id });
    if (next === null) throw new Error(`fund ${number} is held and no draft`);
    await db.allocations.replace(fund.id, next, allocations);
    await db.funds.record(fund.id, actor, { kind: "proposed", before: fund.budget, after: budget });
    await db.audit.append(actor, { action: "fund.propose", target: `fund ${number}`, detail: { before: fund.budget, budget, run: run.number } });
    return fundDto(await requireFund(db, number));
  },
});

const BY_NAME = { by: "name", direction: "asc" } as const;

/** An adjusted amount that is now the proposed one needs no reason any more. */
function keepAdjusted(proposed: readonly NewAllocation[], adjusted: readonly NewAllocation[]): NewAllocation[] {
  const kept = new Map(adjusted.map((allocation) => [allocation.partnerId, allocation]));
  return proposed.map((allocation) => {
    const before = kept.get(allocation.partnerId);
    if (before === undefined || before.amount === allocation.proposed) return allocation;
    return { ...allocation, amount: before.amount, reason: before.reason, adjustedBy: before.adjustedBy };
  });
}
