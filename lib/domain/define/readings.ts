import { z } from "zod";

/**
 * A partner is measured several times, and its best reading counts: the one that reaches the highest tier.
 * - `monthEnds`: as of the run's date and as of the ends of the months before it, `last` in all. Of readings that reach the same tier the newest counts.
 * - `regions`: its sales in each region of a level of the region tree (1 is the top), everything else as it is. Of readings that reach
 *   the same tier the higher score counts, then the region's code. A partner without sales in any is measured as a whole.
 * Peers and their curves are those of the same reading.
 */
export const Readings = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("monthEnds"), last: z.int().min(2).max(12) }),
  z.strictObject({ kind: z.literal("regions"), level: z.int().min(1).max(10) }),
]);
export type Readings = z.infer<typeof Readings>;
