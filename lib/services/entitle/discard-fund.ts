import { type Fund, FundRef } from "@/lib/contracts/fund";
import { command } from "@/lib/services/define-service";
import { fundDto } from "./fund-dto";
import { lockDraft, requireFund } from "./require-fund";

/** Puts a draft aside for good; its allocations stay, as a record, and its period can have another fund. */
export const discardFund = command({
  permission: "fund.allocate",
  input: FundRef,
  async run({ actor, db }, { fund: number }): Promise<Fund> {
    const fund = await lockDraft(db, number);
    if (!(await db.funds.discard(fund.id))) throw new Error(`fund ${number} is held and no draft`);
    await db.funds.record(fund.id, actor, { kind: "discarded" });
    await db.audit.append(actor, { action: "fund.discard", target: `fund ${number}` });
    return fundDto(await requireFund(db, number));
  },
});
