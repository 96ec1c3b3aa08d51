import { z } from "zod";
import { Quantity } from "../shared/quantity";
import { Key } from "./metric";

/**
 * What it takes a partner to better a metric, for advice on the way to the next tier. A metric without one is never advised: nothing can
 * be done about it, or nobody has said what.
 */
export const Effort = z.strictObject({
  metric: Key,
  /** The smallest change worth advising, in the metric's unit: 1 person, 10,000 of revenue. Its better direction is the metric's. */
  step: Quantity.positive(),
  /** Effort of one step, in the unit that all metrics share (`effortUnit` of the program). */
  effort: z.number().positive().max(1_000_000),
  /** Days until the first step counts, and for each step more. Changes are worked on side by side. */
  leadDays: z.strictObject({ first: z.int().min(0).max(3650), each: z.int().min(0).max(3650) }),
  /** Steps that can be hoped for at most. */
  mostSteps: z.int().min(1).max(500),
  /** The value beyond which the metric cannot go, 100 of a percentage; absent where nothing bounds it. */
  limit: Quantity.optional(),
  /** The value from which a partner without data begins; absent where data has to come first. */
  withoutData: Quantity.optional(),
});
export type Effort = z.infer<typeof Effort>;
