import { type Fund, SettleFund } from "@/lib/contracts/fund";
import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { fundDto, fundNameDto } from "./fund-dto";
import { requireFund, requireRevision, wrongStatus } from "./require-fund";

/** Approves what was submitted, by a person that did not prepare it. From then on it never changes, and partners see their own part. */
export const approveFund = command({
  permission: "fund.approve",
  input: SettleFund,
  async run({ actor, db }, { fund: number, revision }): Promise<Fund> {
    const fund = await requireFund(db, number);
    if (!(await db.funds.approve(fund.id, revision, actor))) {
      // Whatever stood in the way is read again: it may have come between.
      const now = await requireFund(db, number);
      if (now.status !== "submitted") throw wrongStatus(now);
      requireRevision(now, revision);
      const refusal: FundRefusal = { code: "own_fund", about: fundNameDto(now) };
      throw new AppError("forbidden", `You prepared fund ${number} yourself, so another person must approve it.`, refusal);
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
