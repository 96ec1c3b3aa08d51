import { z } from "zod";

/** How firmly a tier must stand when weights change, to be called solid. */
export const RobustnessRule = z.strictObject({
  /** Every weight varies by up to so many percent, up and down. */
  spreadPercent: z.int().min(1).max(90),
  /** Solid from this share of the variations on, in percent, in which the tier stays; borderline below. */
  solidFromPercent: z.int().min(50).max(100),
});
export type RobustnessRule = z.infer<typeof RobustnessRule>;
