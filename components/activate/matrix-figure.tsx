import type { Route } from "next";
import { formatMoneyShort } from "@/components/format/money";
import { formatCount, formatFixed } from "@/components/format/number";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageSum } from "@/lib/contracts/coverage";
import { commonState, coverageByPotential } from "@/lib/domain/activate/coverage-sum";
import type { Measure } from "./coverage-address";
import { STATES, stateCountWords } from "./coverage-words";
import { StateMark } from "./state-mark";

const E4 = 10_000;
const NONE = "–";

/** A cell of the table: on a phone a line of its row, with its column's name before it. */
export const MATRIX_CELL =
  "figures px-2 py-1.5 last:pr-0 max-sm:flex max-sm:items-center max-sm:justify-between max-sm:before:text-muted max-sm:before:content-[attr(data-column)]";

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
  return (
    <td data-column={column} className={`${MATRIX_CELL} border-l-2 border-canvas ${shadeOf(sum)}`}>
      <span className="inline-flex items-center gap-1.5">
        {state !== null && <StateMark state={state} quiet />}
        <TextLink strong href={href} label={`${region}, ${column}: ${words}, ${stateCountWords(sum)}`}>
          {words}
        </TextLink>
      </span>
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

/** The deeper the ground, the less of the potential is covered. */
const SHADES = [
  { from: 90, shade: "" },
  { from: 70, shade: "bg-warn-soft/35" },
  { from: 40, shade: "bg-warn-soft/60" },
  { from: 10, shade: "bg-warn-soft/80" },
  { from: 0, shade: "bg-warn-soft" },
] as const;

function shadeOf(sum: CoverageSum): string {
  const { percent } = coverageByPotential(sum);
  return percent === null ? "" : (SHADES.find(({ from }) => percent >= from)?.shade ?? "");
}
