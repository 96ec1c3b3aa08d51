import { z } from "zod";
import type { CoverageRule } from "../define/coverage-rule";

/** How well a cell is covered, from not at all to more than enough. */
export const CoverageState = z.enum(["white_space", "thin", "covered", "contested"]);
export type CoverageState = z.infer<typeof CoverageState>;

/** Amounts in ten-thousandths of the major unit; `potentialE4` null when nothing is known of it. */
export type CellFigures = { readonly partners: number; readonly revenueE4: number; readonly potentialE4: number | null };

/**
 * The state of a cell with so many active qualified partners: always exactly one. Contested goes before thin, since a further partner
 * would not mend revenue that many share. Without a potential only the number of partners can make a cell thin.
 */
export function coverageState({ partners, revenueE4, potentialE4 }: CellFigures, { thin, contestedAbove }: CoverageRule): CoverageState {
  if (partners === 0) return "white_space";
  if (partners > contestedAbove) return "contested";
  if (partners < thin.fewerThan) return "thin";
  const isBelow = potentialE4 !== null && BigInt(revenueE4) * 100n < BigInt(potentialE4) * BigInt(thin.belowPercent);
  return isBelow ? "thin" : "covered";
}
