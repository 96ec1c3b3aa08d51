import type { Route } from "next";
import { formatMoneyShort } from "@/components/format/money";
import { formatCount } from "@/components/format/number";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageMatrix, CoverageSum } from "@/lib/contracts/coverage";
import { commonState, coverageByPotential } from "@/lib/domain/activate/coverage-sum";
import { ArrowKeys } from "./arrow-keys";
import { type CoverageAddress, cellPath, coverageAddress, type Measure } from "./coverage-address";
import { MEASURE_NAMES } from "./coverage-filters";
import { STATES, shareWords, stateCountWords } from "./coverage-words";
import { StateMark } from "./state-mark";

type MatrixTableProps = { readonly matrix: CoverageMatrix; readonly address: CoverageAddress };

const HEAD = "h-9 border-b border-line-strong/40 bg-canvas px-2 align-bottom pb-2 text-xs font-medium text-muted";
const E4 = 10_000;

/** Regions × categories or lines. Each figure is a link one level down, at last to the cell itself; the deeper its ground, the more is uncovered. */
export function MatrixTable({ matrix, address }: MatrixTableProps) {
  const { columns, rows, totals, total, currency, category } = matrix;
  const figure = (sum: CoverageSum) => figureWords(sum, address.measure, currency);
  // Of a cell itself a share says nothing but yes or no: its state says it better.
  const figureOf = (sum: CoverageSum) => (sum.cells === 1 && address.measure === "coverage" ? STATES[commonState(sum) ?? "covered"] : figure(sum));
  const target = (row: CoverageMatrix["rows"][number], column: string): Route =>
    category !== null && row.isLeaf
      ? cellPath(address, row.region.code, column)
      : coverageAddress("matrix", address, { region: row.region.code, rows: "inside", ...(category === null ? { category: column } : {}) });
  return (
    <ScrollRegion label="Coverage by region and product" alsoWide>
      <ArrowKeys>
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">
            {MEASURE_NAMES[address.measure]} by region and {category === null ? "category" : `product line of ${category.name}`}. Arrow keys move
            between the figures.
          </caption>
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} sticky left-0 z-10 pl-0 text-left`}>
                Region
              </th>
              {columns.map((column) => (
                <th key={column.code} scope="col" className={`${HEAD} text-right`}>
                  {category === null ? (
                    <TextLink href={coverageAddress("matrix", address, { category: column.code })}>{column.name}</TextLink>
                  ) : (
                    column.name
                  )}
                </th>
              ))}
              <th scope="col" className={`${HEAD} pr-0 text-right`}>
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.region.code} className="border-b border-line">
                <th scope="row" className="sticky left-0 z-10 max-w-40 bg-canvas py-1.5 pr-2 text-left font-normal">
                  {row.isLeaf ? (
                    <span className="font-medium">{row.region.name}</span>
                  ) : (
                    <TextLink strong href={coverageAddress("matrix", address, { region: row.region.code, rows: "inside" })}>
                      {row.region.name}
                    </TextLink>
                  )}
                </th>
                {row.cells.map((sum, at) => {
                  const column = columns[at];
                  return column === undefined ? null : (
                    <Figure key={column.code} sum={sum} href={target(row, column.code)} label={`${row.region.name}, ${column.name}`}>
                      {figureOf(sum)}
                    </Figure>
                  );
                })}
                <td className="figures py-1.5 pl-2 font-medium">{figure(row.total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="sticky left-0 z-10 bg-canvas py-2 text-left font-medium">
                {matrix.pages > 1 ? "All pages" : "All"}
              </th>
              {totals.map((sum, at) => (
                <td key={columns[at]?.code} className="figures px-2 py-2 font-medium">
                  {figure(sum)}
                </td>
              ))}
              <td className="figures py-2 pl-2 font-medium">{figure(total)}</td>
            </tr>
          </tfoot>
        </table>
      </ArrowKeys>
    </ScrollRegion>
  );
}

type FigureProps = { readonly sum: CoverageSum; readonly href: Route; readonly label: string; readonly children: string };

/** A group of one state bears its mark; of several, their number is told to who points at it or listens. */
function Figure({ sum, href, label, children }: FigureProps) {
  const state = commonState(sum);
  const states = stateCountWords(sum);
  return (
    <td className={`figures border-l-2 border-canvas px-2 py-1.5 ${shadeOf(sum)}`} title={`${label}: ${states}`}>
      <span className="inline-flex items-center gap-1.5">
        {state !== null && <StateMark state={state} quiet />}
        <TextLink strong href={href} label={`${label}: ${children}, ${states}`}>
          {children}
        </TextLink>
      </span>
    </td>
  );
}

const SHADES = ["", "bg-warn-soft/35", "bg-warn-soft/60", "bg-warn-soft/80", "bg-warn-soft"] as const;
const STEPS = [
  { from: 90, shade: 0 },
  { from: 70, shade: 1 },
  { from: 40, shade: 2 },
  { from: 10, shade: 3 },
] as const;

function shadeOf(sum: CoverageSum): string {
  const { percent } = coverageByPotential(sum);
  if (percent === null) return "";
  return SHADES[STEPS.find(({ from }) => percent >= from)?.shade ?? 4];
}

function figureWords(sum: CoverageSum, measure: Measure, currency: string): string {
  const money = (amountE4: number | null) => (amountE4 === null ? "–" : formatMoneyShort(amountE4 / E4, currency));
  switch (measure) {
    case "coverage":
      return sum.cells === 0 ? "–" : shareWords(coverageByPotential(sum)).replace("not defined", "–");
    case "white_space":
      return `${formatCount(sum.byState.white_space)} of ${formatCount(sum.cells)}`;
    case "revenue":
      return money(sum.revenueE4);
    case "potential":
      return money(sum.potentialE4);
  }
}
