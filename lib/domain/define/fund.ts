import { z } from "zod";
import { Quantity } from "../shared/quantity";
import { Key } from "./metric";

/** What a partner of a tier is allocated at least and at most, base included, in major units of the program's currency; null is without. */
export const FundBounds = z.strictObject({ floor: Quantity.min(0).nullable(), cap: Quantity.min(0).nullable() });
export type FundBounds = z.infer<typeof FundBounds>;

/**
 * How the budget of a period becomes allocations. Partners whose tier is granted the benefit take part: what the matrix grants is
 * their base, and what the bases leave of the budget is shared in proportion to score × revenue, within the bounds of their tier.
 */
export const FundRule = z.strictObject({
  /** A benefit of type `amount`, granted for each quarter or year: the period of the fund. */
  benefit: Key,
  /** The money metric that counts as revenue. */
  revenue: Key,
  /** By tier; a tier that is not named has neither floor nor cap. */
  bounds: z.record(Key, FundBounds),
});
export type FundRule = z.infer<typeof FundRule>;
