import { defaultProgram } from "@/lib/domain/define/default-program";
import type { Program } from "@/lib/domain/define/program";
import { IsoDate } from "@/lib/domain/shared/iso-date";

/** First business date that the demo's program is in effect. */
export const PROGRAM_IN_EFFECT = IsoDate.parse("2013-01-01");

/** The ends of the last three quarters of the data's own calendar: sales come on the last days of a month, November being the last. */
export const REVIEWS = ["2013-05-31", "2013-08-31", "2013-11-30"].map((day) => IsoDate.parse(day));

/** The default program, its goalposts set to what AdventureWorks resellers sell: some 6 % elite, 17 % gold, 25 % silver. */
export function demoProgram(): Program {
  return {
    ...defaultProgram("USD", {
      revenue: { zeroAt: 1_000, fullAt: 500_000 },
      pipeline: { zeroAt: 1_000, fullAt: 300_000 },
      eliteRevenue: 175_000,
      mixCategories: ["accessories", "clothing", "components"],
    }),
    name: "AdventureWorks reseller program",
  };
}
