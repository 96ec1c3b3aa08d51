import type { RobustnessRule } from "./robustness-rule";

/** How firmly a tier must stand where a program does not say. */
export const DEFAULT_ROBUSTNESS: RobustnessRule = { spreadPercent: 20, solidFromPercent: 90 };
