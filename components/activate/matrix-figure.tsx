import type { Route } from "next";
import Link from "next/link";
import { formatMoneyShort } from "@/components/format/money";
import { formatCount, formatFixed } from "@/components/format/number";
import type { CoverageSum } from "@/lib/contracts/coverage";
import { commonState, coverageByPotential } from "@/lib/domain/activate/coverage-sum";
import type { Measure } from "./coverage-address";
import { STATES, stateCountWords } from "./coverage-words";
import { coverageGround, STATE_GROUNDS } from "./matrix-ground";
import { StateShape } from "./state-mark";

const E4 = 10_000;
const NONE = "–";

/**
 * How the figures look, said once on the table: there may be hundreds of them. On a phone each is a line of its row, with its column's name
 * before it.
 */
export const MATRIX_FIGURES = [
  "[&_td]:px-2 [&_td]:py-1.5 [&_td]:text-right [&_td]:whitespace-nowrap [&_td]:tabular-nums [&_td:last-child]:pr-0 [&_td:last-child]:font-medium",
  "[&_tbody_td:not(:last-child)]:border-l-2 [&_tbody_td]:border-canvas",
  "[&_td_a]:inline-flex [&_td_a]:items-center [&_td_a]:gap-1.5 [&_td_a]:py-1.5 [&_td_a]:font-medium [&_td_a]:underline-offset-4 [&_td_a:hover]:text-accent [&_td_a:hover]:underline",
  "max-sm:[&_td]:flex max-sm:[&_td]:items-center max-sm:[&_td]:justify-between max-sm:[&_td]:before:text-muted max-sm:[&_td]:before:content-[attr(data-column)]",
].join(" ");

type MatrixFigureProps = {
  readonly sum: CoverageSum;
  readonly measure: Measure;
  readonly currency: string;
  readonly href: Route;
  readonly region: string;
  readonly column: string;
};

/** A figure that leads one level down. Cells of one state bear its mark; of several states the number of each is said to who listens. */
export function MatrixFigure({ sum, measure, currency, href, region, column }: MatrixFigureProps) {
  const state = commonState(sum);
  // Of a cell itself a share says nothing but yes or no: its state says it better.
  const words = measure === "coverage" && sum.cells === 1 && state !== null ? STATES[state] : figureWords(sum, measure, currency);
  const label = sum.cells === 1 ? words : `${words}, ${stateCountWords(sum)}`;
  return (
    <td data-column={column} className={state === null ? coverageGround(sum) : STATE_GROUNDS[state]}>
      <Link prefetch={false} href={href} aria-label={`${region}, ${column}: ${label}`}>
        {state !== null && <StateShape state={state} />}
        {words}
      </Link>
    </td>
  );
}

export function figureWords(sum: CoverageSum, measure: Measure, currency: string): string {
  const money = (amountE4: number | null) => (amountE4 === null ? NONE : formatMoneyShort(amountE4 / E4, currency));
  switch (measure) {
    case "coverage": {
      const { percent } = coverageByPotential(sum);
      return percent === null ? NONE : `${formatFixed(percent, 1)}%`;
    }
    case "white_space":
      return `${formatCount(sum.byState.white_space)} of ${formatCount(sum.cells)}`;
    case "revenue":
      return money(sum.revenueE4);
    case "potential":
      return money(sum.potentialE4);
  }
}
