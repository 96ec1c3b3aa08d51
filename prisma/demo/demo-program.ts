import { defaultProgram } from "@/lib/domain/define/default-program";
import type { Program } from "@/lib/domain/define/program";
import { IsoDate } from "@/lib/domain/shared/iso-date";

/** First business date that the demo's program is in effect. */
export const PROGRAM_IN_EFFECT = IsoDate.parse("2012-01-01");

/** The data ends with November 2013, so its fiscal years do too. */
export const FISCAL_START_MONTH = 12;

/** The ends of its last six fiscal quarters: before them the generated data, which growth and pipeline need, is too thin. */
export const REVIEWS = ["2012-08-31", "2012-11-30", "2013-02-28", "2013-05-31", "2013-08-31", "2013-11-30"].map((day) => IsoDate.parse(day));

/** The default program, its goalposts set to what AdventureWorks resellers sell: some 6 % elite, 17 % gold, 25 % silver. */
export function demoProgram(): Program {
  return {
    ...defaultProgram("USD", {
      revenue: { zeroAt: 1_000, fullAt: 500_000 },
      pipeline: { zeroAt: 1_000, fullAt: 300_000 },
      eliteRevenue: 175_000,
      mixCategories: ["accessories", "clothing", "components"],
      mdf: { silver: 250, gold: 1_000, elite: 3_000 },
      fiscalStartMonth: FISCAL_START_MONTH,
      activeFrom: 250,
    }),
    name: "AdventureWorks reseller program",
  };
}
