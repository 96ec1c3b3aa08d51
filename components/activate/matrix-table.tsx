import type { Route } from "next";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageMatrix, CoverageRow } from "@/lib/contracts/coverage";
import { ArrowKeys } from "./arrow-keys";
import { type CoverageAddress, cellPath, coverageAddress } from "./coverage-address";
import { MEASURE_NAMES } from "./coverage-filters";
import { figureWords, MATRIX_FIGURES, MatrixFigure } from "./matrix-figure";

type MatrixTableProps = { readonly matrix: CoverageMatrix; readonly address: CoverageAddress };

const HEAD = "h-9 border-b border-line-strong/40 bg-canvas px-2 align-bottom pb-2 text-xs font-medium text-muted";
const ROW_HEAD = "sticky left-0 z-10 max-w-40 bg-canvas py-1.5 pr-2 text-left max-sm:static max-sm:block max-sm:max-w-none";
const ROW = "border-b border-line max-sm:block max-sm:py-1.5";

/** Regions × categories or lines. Each figure is a link one level down, at last to the cell itself. On a phone a region is a block of lines. */
export function MatrixTable({ matrix, address }: MatrixTableProps) {
  const { columns, rows, totals, total, currency, category } = matrix;
  const { measure } = address;
  const isOfLines = category !== null;
  const target = (row: CoverageRow, column: string): Route =>
    isOfLines && row.isLeaf
      ? cellPath(address, row.region.code, column)
      : coverageAddress("matrix", address, { region: row.region.code, rows: "inside", ...(isOfLines ? {} : { category: column }) });
  return (
    <ScrollRegion label="Coverage by region and product" alsoWide>
      <ArrowKeys>
        <table className={`w-full border-collapse text-sm max-sm:block ${MATRIX_FIGURES}`}>
          <caption className="sr-only">
            {MEASURE_NAMES[measure]} by region and {isOfLines ? `product line of ${category.name}` : "category"}. Arrow keys, Home and End move
            between the figures.
          </caption>
          <thead className="max-sm:sr-only">
            <tr>
              <th scope="col" className={`${HEAD} sticky left-0 z-10 pl-0 text-left`}>
                Region
              </th>
              {columns.map(({ code, name }) => (
                <th key={code} scope="col" className={`${HEAD} text-right`}>
                  {isOfLines ? name : <TextLink href={coverageAddress("matrix", address, { category: code })}>{name}</TextLink>}
                </th>
              ))}
              <th scope="col" className={`${HEAD} pr-0 text-right`}>
                All
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rows.map((row) => (
              <tr key={row.region.code} className={ROW}>
                <th scope="row" className={`${ROW_HEAD} font-normal`}>
                  {row.isLeaf ? (
                    <span className="font-medium">{row.region.name}</span>
                  ) : (
                    <TextLink strong href={coverageAddress("matrix", address, { region: row.region.code, rows: "inside" })}>
                      {row.region.name}
                    </TextLink>
                  )}
                </th>
                {columns.map(({ code, name }, at) => {
                  const sum = row.cells[at];
                  return sum === undefined ? null : (
                    <MatrixFigure key={code} {...{ sum, measure, currency }} href={target(row, code)} region={row.region.name} column={name} />
                  );
                })}
                <td data-column="All">{figureWords(row.total, measure, currency)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className="max-sm:block">
            <tr className="max-sm:block max-sm:py-1.5">
              <th scope="row" className={`${ROW_HEAD} font-medium`}>
                {matrix.pages > 1 ? "All pages" : "All regions"}
              </th>
              {columns.map(({ code, name }, at) => {
                const sum = totals[at];
                return sum === undefined ? null : (
                  <td key={code} data-column={name}>
                    {figureWords(sum, measure, currency)}
                  </td>
                );
              })}
              <td data-column="All">{figureWords(total, measure, currency)}</td>
            </tr>
          </tfoot>
        </table>
      </ArrowKeys>
    </ScrollRegion>
  );
}
