import { AdjustAllocation, type Allocation, REASON_MIN_LENGTH, REASON_WORDS } from "@/lib/contracts/fund";
import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import type { AllocationRow } from "@/lib/db/allocations";
import type { FundRow } from "@/lib/db/funds";
import { type Minor, minorText, toMinor } from "@/lib/domain/shared/money";
import { AppError, faultAt } from "@/lib/errors";
import { readProgram } from "@/lib/services/define/read-program";
import { command } from "@/lib/services/define-service";
import { allocationDto } from "./allocation-dto";
import { fundNameDto } from "./fund-dto";
import { lockDraft } from "./require-fund";

/** Sets one partner's amount of a draft, with the reason; going back to the proposed amount needs none. */
export const adjustAllocation = command({
  permission: "fund.allocate",
  input: AdjustAllocation,
  async run({ actor, db }, { fund: number, partner, amount, reason, revision }): Promise<Allocation> {
    const fund = await lockDraft(db, number);
    const seen = await db.allocations.find(fund.id, partner);
    if (seen === null) throw new AppError("not_found", `Partner "${partner}" takes no part in fund ${number}: its tier is not granted the benefit.`);
    if (seen.revision !== revision) throw changedMeanwhile(seen, fund);
    refuseOverspending(fund, seen, amount);
    const isProposed = amount === seen.proposed;
    if (!isProposed && reason.length < REASON_MIN_LENGTH) throw withoutReason();
    const program = await readProgram(db, fund.programVersionId);
    if (amount === seen.amount && (isProposed || reason === seen.reason)) return allocationDto(seen, program);

    const next = await db.funds.revise(fund.id);
    if (next === null) throw new Error(`fund ${number} is held and no draft`);
    const change = { amount, reason: isProposed ? null : reason, adjustedBy: isProposed ? null : actor.name, revision: next };
    if (!(await db.allocations.adjust(fund.id, seen, change))) throw changedMeanwhile(seen, fund);
    await db.funds.record(fund.id, actor, {
      kind: "adjusted",
      partnerId: seen.partnerId,
      before: seen.amount,
      after: amount,
      reason: reason || null,
    });
    await db.audit.append(actor, {
      action: "fund.adjust",
      target: `fund ${number}, partner ${partner}`,
      detail: { before: seen.amount, amount, proposed: seen.proposed, reason: reason || null },
    });
    return allocationDto({ ...seen, ...change }, program);
  },
});

function withoutReason(): AppError {
  return faultAt("invalid_input", "reason", REASON_WORDS);
}

function changedMeanwhile({ amount, adjustedBy, partnerName }: AllocationRow, { currency }: FundRow): AppError {
  const by = adjustedBy === null ? "" : ` by ${adjustedBy}`;
  return new AppError(
    "conflict",
    `The allocation of ${partnerName} was changed${by} after you opened it: it is ${minorText(amount, currency)} ${currency} now. Nothing was changed: reload, and decide again.`,
    { code: "allocation_changed", partner: partnerName, amount, by: adjustedBy, currency } satisfies FundRefusal,
  );
}

function refuseOverspending(fund: FundRow, seen: AllocationRow, amount: Minor): void {
  const { budget, allocated, currency, number } = fund;
  const left = toMinor(budget - allocated);
  const most = toMinor(left + seen.amount);
  if (amount <= most) return;
  const money = (sum: Minor) => `${minorText(sum, currency)} ${currency}`;
  throw new AppError(
    "unprocessable",
    `Fund ${number} has ${money(left)} left, so ${seen.partnerName} can get ${money(most)} at most. Lower another allocation first, or raise the budget.`,
    { code: "above_budget", about: fundNameDto(fund), currency, partner: seen.partnerName, left, most } satisfies FundRefusal,
  );
}
