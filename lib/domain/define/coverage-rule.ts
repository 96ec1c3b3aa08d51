import { z } from "zod";
import { Quantity } from "../shared/quantity";
import { Key } from "./metric";

/**
 * What makes a cell (a region without regions below it × a product line) covered. One sentence each:
 * - a partner is *active* in a cell with at least `activeFrom` of POS revenue there in the last `trailingMonths` months up to the as-of date;
 * - a partner is *qualified* in the tier `qualifiedTier` or a higher one, and by nothing else;
 * - without an active qualified partner a cell is white space;
 * - with more than `contestedAbove` of them it is contested: one more would only divide the revenue;
 * - else it is thin with fewer than `thin.fewerThan` of them, or with revenue below `thin.belowPercent` of its potential, and covered otherwise.
 */
export const CoverageRule = z.strictObject({
  trailingMonths: z.int().min(1).max(120),
  /** Major units of the program's currency. */
  activeFrom: Quantity.positive(),
  qualifiedTier: Key,
  thin: z.strictObject({ fewerThan: z.int().min(1).max(1000), belowPercent: z.int().min(0).max(100) }),
  contestedAbove: z.int().min(1).max(1000),
});
export type CoverageRule = z.infer<typeof CoverageRule>;
