import { type FundList, type FundStart, FundsQuery } from "@/lib/contracts/fund";
import type { FundRow } from "@/lib/db/funds";
import type { RunRow } from "@/lib/db/runs";
import type { Benefit } from "@/lib/domain/define/benefit";
import type { Program } from "@/lib/domain/define/program";
import { fundPeriod } from "@/lib/domain/entitle/fund-period";
import { promisedAmounts } from "@/lib/domain/entitle/promised-amounts";
import { addDays } from "@/lib/domain/shared/calendar-day";
import { query } from "@/lib/services/define-service";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { runDto } from "@/lib/services/score/run-dto";
import { fundDto, fundPeriodDto } from "./fund-dto";

/** More funds than ten years of quarters have. */
const LIMIT = 200;
/** How many periods from the one after the run's date on a budget can be set for. */
const PERIODS_AHEAD = 4;

/** The funds of a program, and what a new one can be for. */
export const listFunds = query({
  permission: "fund.read",
  input: FundsQuery,
  async run({ actor, db }, input): Promise<FundList> {
    const funds = await db.funds.list(input.program, LIMIT);
    const run = await db.runs.findCurrent(input.program);
    return {
      items: funds.map(fundDto),
      start: run === null ? null : startFrom(run, await readRunProgram(db, run), funds),
      mayAllocate: actor.reach("fund.allocate") === "all",
    };
  },
});

function startFrom(run: RunRow, program: Program, funds: readonly FundRow[]): FundList["start"] {
  const { tiers } = runDto(run);
  const promised = promisedAmounts(program, new Map(tiers.map(({ tier, partners }) => [tier, partners])));
  const benefits = (program.funds ?? []).flatMap(({ benefit: key }): FundStart[] => {
    const benefit = program.entitlements?.benefits.find((one) => one.key === key);
    const promise = promised.find((one) => one.benefit === key);
    if (benefit === undefined || promise === undefined) return [];
    return [
      {
        benefit: { code: key, name: benefit.name },
        promised: promise.total,
        partners: promise.tiers.reduce((sum, { each, partners }) => (each === null ? sum : sum + partners), 0),
        periods: openPeriods(run, program, benefit, funds),
      },
    ];
  });
  return { run: run.number, asOf: run.asOf, program: run.program.name, version: run.program.version, currency: program.currency, benefits };
}

/** From the period after the run's date on, those without a fund. */
function openPeriods({ asOf }: RunRow, { fiscalCalendar }: Program, benefit: Benefit, funds: readonly FundRow[]): FundStart["periods"] {
  if (benefit.type !== "amount" || benefit.per === "activity") return [];
  const periods = [fundPeriod(benefit.per, addDays(asOf, 1), fiscalCalendar)];
  for (let last = periods[0]; last !== undefined && periods.length < PERIODS_AHEAD; last = periods.at(-1))
    periods.push(fundPeriod(benefit.per, last.until, fiscalCalendar));
  return periods
    .filter(({ from }) => !funds.some((fund) => fund.benefit === benefit.key && fund.periodFrom === from))
    .map(({ from, until }) => fundPeriodDto(from, until, fiscalCalendar.startMonth));
}
