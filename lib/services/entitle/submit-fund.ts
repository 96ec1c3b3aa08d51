import { type Fund, SettleFund } from "@/lib/contracts/fund";
import { command } from "@/lib/services/define-service";
import { fundDto } from "./fund-dto";
import { lockDraft, requireFund, requireRevision } from "./require-fund";

/** Hands a draft over for approval. Until it is approved or returned nothing in it changes. */
export const submitFund = command({
  permission: "fund.allocate",
  input: SettleFund,
  async run({ actor, db }, { fund: number, revision }): Promise<Fund> {
    const fund = await lockDraft(db, number);
    requireRevision(fund, revision);
    if (!(await db.funds.submit(fund.id, revision, actor))) throw new Error(`fund ${number} is held and no draft`);
    await db.funds.record(fund.id, actor, { kind: "submitted" });
    await db.audit.append(actor, {
      action: "fund.submit",
      target: `fund ${number}`,
      detail: { budget: fund.budget, allocated: fund.allocated, revision },
    });
    return fundDto(await requireFund(db, number));
  },
});
