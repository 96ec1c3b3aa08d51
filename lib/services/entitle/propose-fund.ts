import { type Fund, ProposeFund } from "@/lib/contracts/fund";
import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import type { Program } from "@/lib/domain/define/program";
import { fundPeriod } from "@/lib/domain/entitle/fund-period";
import type { DateRange, IsoDate } from "@/lib/domain/shared/iso-date";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { fundDto, fundNameDto } from "./fund-dto";
import { proposeFromRun, requireFundRule } from "./propose-from-run";
import { requireFund } from "./require-fund";

/** Sets the budget of a period, and proposes who gets what of it by the rule of the program and its last published run. */
export const proposeFund = command({
  permission: "fund.allocate",
  input: ProposeFund,
  async run({ actor, db }, { program: key, benefit, periodFrom, budget }): Promise<Fund> {
    const run = await requireRunOrCurrent(db, undefined, key);
    const { program } = await requireFundRule(db, run, benefit);
    const period = requirePeriod(program, benefit, periodFrom);
    await db.funds.lockNumbering();
    const there = await db.funds.findForPeriod(run.programId, benefit, period.from);
    if (there !== null) {
      const refusal: FundRefusal = { code: "period_has_fund", about: fundNameDto(there) };
      throw new AppError("conflict", `Fund ${there.number} is for this period already. Open it to change its budget.`, refusal);
    }
    const proposals = await proposeFromRun(db, run, benefit, budget);
    const fund = await db.funds.create(
      { programId: run.programId, benefit, periodFrom: period.from, periodUntil: period.until, currency: program.currency, runId: run.id, budget },
      actor.name,
    );
    await db.allocations.replace(
      fund.id,
      1,
      proposals.map(({ allocation }) => allocation),
    );
    await db.funds.record(fund.id, actor, { kind: "proposed", before: null, after: budget });
    await db.audit.append(actor, {
      action: "fund.propose",
      target: `fund ${fund.number}`,
      detail: { benefit, periodFrom: period.from, periodUntil: period.until, budget, run: run.number },
    });
    return fundDto(await requireFund(db, fund.number));
  },
});

function requirePeriod({ entitlements, fiscalCalendar }: Program, benefit: string, from: IsoDate): DateRange {
  const granted = entitlements?.benefits.find(({ key }) => key === benefit);
  if (granted?.type !== "amount" || granted.per === "activity") throw new Error(`the program's fund of ${benefit} has no period`);
  const period = fundPeriod(granted.per, from, fiscalCalendar);
  if (period.from === from) return period;
  throw new AppError("invalid_input", `periodFrom: ${from} is no first day of a fiscal ${granted.per}. The one it lies in begins on ${period.from}.`);
}
