import type { Fund, FundPeriod } from "@/lib/contracts/fund";
import type { FundName } from "@/lib/contracts/fund-refusal";
import type { FundRow } from "@/lib/db/funds";
import { fiscalQuarterOf } from "@/lib/domain/define/fiscal-calendar";
import { addMonths } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { toMinor } from "@/lib/domain/shared/money";

export function fundDto({ id: _id, programId: _program, programVersionId: _version, runId: _run, ...fund }: FundRow): Fund {
  const { benefit, benefitName, periodFrom, periodUntil, startMonth, run, asOf, ...rest } = fund;
  return {
    ...rest,
    benefit: { code: benefit, name: benefitName },
    period: fundPeriodDto(periodFrom, periodUntil, startMonth),
    run: { number: run, asOf },
    unallocated: toMinor(fund.budget - fund.allocated),
  };
}

/** What a refusal calls the fund by. */
export function fundNameDto({ number, benefitName, periodFrom, periodUntil, startMonth }: FundRow): FundName {
  return { number, benefit: benefitName, period: fundPeriodDto(periodFrom, periodUntil, startMonth) };
}

/** A quarter by its name; anything longer is a fiscal year. */
export function fundPeriodDto(from: IsoDate, until: IsoDate, startMonth: number): FundPeriod {
  const { year, quarter } = fiscalQuarterOf(from, { kind: "months", startMonth });
  return { from, until, year, quarter: addMonths(from, 3) === until ? quarter : null };
}
