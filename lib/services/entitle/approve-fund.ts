import { type Fund, SettleFund } from "@/lib/contracts/fund";
import type { FundRow } from "@/lib/db/funds";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { fundDto } from "./fund-dto";
import { requireFund, requireRevision } from "./require-fund";

/** Approves what was submitted, by a person that did not prepare it. From then on it never changes, and partners see their own part. */
export const approveFund = command({
  permission: "fund.approve",
  input: SettleFund,
  async run({ actor, db }, { fund: number, revision }): Promise<Fund> {
    const fund = await requireFund(db, number);
    if (!(await db.funds.approve(fund.id, revision, actor))) {
      // Whatever stood in the way is read again: it may have come between.
      const now = await requireFund(db, number);
      if (now.status !== "submitted") throw notSubmitted(now);
      requireRevision(now, revision);
      throw new AppError("forbidden", `You prepared fund ${number} yourself, so another person must approve it.`, { fund: number });
    }
    await db.funds.record(fund.id, actor, { kind: "approved" });
    await db.audit.append(actor, {
      action: "fund.approve",
      target: `fund ${number}`,
      detail: { budget: fund.budget, allocated: fund.allocated, revision },
    });
    return fundDto(await requireFund(db, number));
  },
});

function notSubmitted({ number, status, approvedBy }: FundRow): AppError {
  const state = {
    draft: `Fund ${number} is being prepared, and nobody has submitted it for approval.`,
    submitted: `Fund ${number} waits for approval.`,
    approved: `Fund ${number} was approved by ${approvedBy} already.`,
    discarded: `Fund ${number} was discarded.`,
  }[status];
  return new AppError("conflict", `${state} Nothing was changed.`, { status });
}
