import { percentage } from "../shared/exact-decimal";
import type { CoverageCell } from "./coverage-cells";
import { CoverageState } from "./coverage-state";

/** Cells added up: of a larger region, of a category, or of both. Amounts in ten-thousandths. */
export type CoverageSum = {
  readonly cells: number;
  readonly byState: Readonly<Record<CoverageState, number>>;
  readonly revenueE4: number;
  /** Of the cells that have one; null when none has. */
  readonly potentialE4: number | null;
  /** Potential of the cells with an active qualified partner. */
  readonly reachedE4: number;
  /** Cells of which no potential is known; they are in no amount of potential. */
  readonly withoutPotential: number;
  /** Cells whose potential is an estimate. */
  readonly estimated: number;
};

/** `percent` with six decimals; null when the denominator is zero: not defined. */
export type CoverageShare = { readonly percent: number | null; readonly numerator: number; readonly denominator: number };

export function sumCells(cells: readonly CoverageCell[]): CoverageSum {
  const known = cells.flatMap(({ potential, state }) => (potential === null ? [] : [{ ...potential, state }]));
  const total = (amounts: readonly { readonly amountE4: number }[]) => amounts.reduce((sum, { amountE4 }) => sum + amountE4, 0);
  const inState = (state: CoverageState) => cells.filter((cell) => cell.state === state).length;
  return {
    cells: cells.length,
    byState: { white_space: inState("white_space"), thin: inState("thin"), covered: inState("covered"), contested: inState("contested") },
    revenueE4: cells.reduce((sum, { revenueE4 }) => sum + revenueE4, 0),
    potentialE4: known.length === 0 ? null : total(known),
    reachedE4: total(known.filter(({ state }) => state !== "white_space")),
    withoutPotential: cells.length - known.length,
    estimated: known.filter(({ source }) => source === "estimated").length,
  };
}

/** Territory coverage, potential-weighted: potential of the cells with an active qualified partner ÷ potential of all cells. */
export function coverageByPotential({ reachedE4, potentialE4 }: CoverageSum): CoverageShare {
  return share(reachedE4, potentialE4 ?? 0);
}

/** Territory coverage, plain: cells with an active qualified partner ÷ all cells. */
export function coverageByCells({ cells, byState }: CoverageSum): CoverageShare {
  return share(cells - byState.white_space, cells);
}

/** Overlap index: contested cells (more active qualified partners than the rule's `contestedAbove`) ÷ all cells. */
export function overlapIndex({ cells, byState }: CoverageSum): CoverageShare {
  return share(byState.contested, cells);
}

/** The state that says most about a group: the only one there is, or null when its cells differ. */
export function commonState({ cells, byState }: CoverageSum): CoverageState | null {
  return CoverageState.options.find((state) => cells > 0 && byState[state] === cells) ?? null;
}

function share(numerator: number, denominator: number): CoverageShare {
  return { percent: denominator > 0 ? percentage(BigInt(numerator), BigInt(denominator)) : null, numerator, denominator };
}
