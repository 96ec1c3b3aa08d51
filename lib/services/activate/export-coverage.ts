import { CoverageQuery } from "@/lib/contracts/coverage";
import type { CoverageCell } from "@/lib/domain/activate/coverage-cells";
import type { CellTotal } from "@/lib/domain/activate/coverage-input";
import { query } from "@/lib/services/define-service";
import { type ExportedFile, type TableColumn, type TableFormat, writeTable } from "@/lib/services/table-file";
import { type FramedCoverage, frameCoverage } from "./coverage-frame";

/** A cell, or revenue that is booked on a region with others below it and lies in none. */
type ExportRow = Pick<CellTotal, "region" | "line" | "revenueE4"> & { readonly cell: CoverageCell | null };

const E4 = 10_000;

/**
 * Every cell of a region and category, and all revenue that lies in none, as a CSV file or a workbook: revenue and potential add up to
 * the figures of the page. Amounts are major units with the four decimals that facts have.
 */
function exportCoverage(format: TableFormat) {
  return query({
    permission: "coverage.read",
    input: CoverageQuery,
    async run({ db }, input): Promise<ExportedFile> {
      const framed = await frameCoverage(db, input);
      const { run, currency } = framed.frame;
      const { name: organization } = await db.organizations.get();
      const filter = Object.entries({ region: input.region, category: input.category }).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${value}`],
      );
      return writeTable(format, {
        name: `coverage-run-${run.number}-${run.asOf}`,
        origin: {
          ...{ organization, run: run.number, status: run.status, as_of: run.asOf, program_version: run.program.version },
          ...{ currency, filter: filter.length === 0 ? "all" : filter.join("; ") },
        },
        columns: columnsWith(framed),
        rows: onePiece(rowsOf(framed)),
      });
    },
  });
}
export const exportCoverageCsv = exportCoverage("csv");
export const exportCoverageXlsx = exportCoverage("xlsx");

function rowsOf({ cells, unplaced }: FramedCoverage): ExportRow[] {
  return [
    ...cells.map((cell) => ({ region: cell.region, line: cell.line, revenueE4: cell.revenueE4, cell })),
    ...unplaced.map(({ region, line, revenueE4 }) => ({ region, line, revenueE4, cell: null })),
  ];
}

function columnsWith({ ground }: FramedCoverage): readonly TableColumn<ExportRow>[] {
  const regionName = new Map(ground.regions.map(({ code, name }) => [code, name]));
  const lineOf = new Map(ground.lines.map((line) => [line.code, line]));
  return [
    { name: "region_path", cell: ({ region }) => ground.tree.upFrom(region).toReversed().join(" / ") },
    { name: "region_code", cell: ({ region }) => region },
    { name: "region_name", cell: ({ region }) => regionName.get(region) ?? region },
    { name: "category", cell: ({ line }) => lineOf.get(line)?.categoryName ?? "" },
    { name: "line_code", cell: ({ line }) => line },
    { name: "line_name", cell: ({ line }) => lineOf.get(line)?.name ?? line },
    { name: "state", cell: ({ cell }) => cell?.state ?? "not a cell" },
    { name: "active_qualified_partners", cell: ({ cell }) => cell?.partners ?? null },
    { name: "revenue", cell: ({ revenueE4 }) => revenueE4 / E4 },
    { name: "potential", cell: ({ cell }) => (cell?.potential ? cell.potential.amountE4 / E4 : null) },
    { name: "potential_source", cell: ({ cell }) => cell?.potential?.source ?? null },
  ];
}

async function* onePiece<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
