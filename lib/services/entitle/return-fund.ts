import { type Fund, ReturnFund } from "@/lib/contracts/fund";
import { command } from "@/lib/services/define-service";
import { fundDto } from "./fund-dto";
import { requireFund, wrongStatus } from "./require-fund";

/** Gives what was submitted back to be changed, with the reason; whoever submitted it may take it back so too. */
export const returnFund = command({
  permission: "fund.approve",
  input: ReturnFund,
  async run({ actor, db }, { fund: number, reason }): Promise<Fund> {
    const fund = await requireFund(db, number);
    if (!(await db.funds.giveBack(fund.id))) throw wrongStatus(await requireFund(db, number));
    await db.funds.record(fund.id, actor, { kind: "returned", reason });
    await db.audit.append(actor, { action: "fund.return", target: `fund ${number}`, detail: { reason } });
    return fundDto(await requireFund(db, number));
  },
});
