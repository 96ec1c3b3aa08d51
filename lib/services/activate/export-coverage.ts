import { stringify } from "csv-stringify/sync";
import { CoverageQuery } from "@/lib/contracts/coverage";
import { exportCell } from "@/lib/import/export-cell";
import { query } from "@/lib/services/define-service";
import { type FramedCoverage, frameCoverage } from "./coverage-frame";

const HEADER = [
  ...["organization", "run", "status", "as_of", "program_version", "region_path", "region_code", "region_name", "category", "line_code", "line_name"],
  ...["state", "active_qualified_partners", "revenue", "potential", "potential_source", "currency"],
];
const E4_DECIMALS = 4;
/** Of revenue that lies in no cell. */
const NO_CELL = "not a cell";

/**
 * Every cell of a region and category as a line of a CSV file (UTF-8 with a byte order mark, CRLF), and a line for all revenue that is booked on
 * a region with others below it: revenue and potential add up to the figures of the page. Amounts have four decimals, as facts do.
 */
export const exportCoverage = query({
  permission: "coverage.read",
  input: CoverageQuery,
  async run({ db }, input): Promise<{ fileName: string; chunks: AsyncIterable<string> }> {
    const framed = await frameCoverage(db, input);
    const organization = await db.organizations.get();
    const text = `\uFEFF${csv([HEADER, ...linesOf(framed, organization.name)])}`;
    const { run } = framed.frame;
    return { fileName: `coverage-run-${run.number}-${run.asOf}.csv`, chunks: oneChunk(text) };
  },
});

type Cell = string | number | null;

function linesOf({ frame: { run, currency }, ground, cells, unplaced }: FramedCoverage, organization: string): Cell[][] {
  const regionName = new Map(ground.regions.map(({ code, name }) => [code, name]));
  const lineOf = new Map(ground.lines.map((line) => [line.code, line]));
  const place = ({ region, line }: { readonly region: string; readonly line: string }): Cell[] => [
    ...[organization, run.number, run.status, run.asOf, run.program.version],
    ...[ground.tree.upFrom(region).toReversed().join(" / "), region, regionName.get(region) ?? region],
    ...[lineOf.get(line)?.categoryName ?? "", line, lineOf.get(line)?.name ?? line],
  ];
  return [
    ...cells.map((cell) => [
      ...place(cell),
      ...[cell.state, cell.partners, amount(cell.revenueE4)],
      ...[cell.potential === null ? null : amount(cell.potential.amountE4), cell.potential?.source ?? null, currency],
    ]),
    ...unplaced.map((sale) => [...place(sale), NO_CELL, null, amount(sale.revenueE4), null, null, currency]),
  ];
}

/** Ten-thousandths with the point where it belongs: no digit is computed. */
function amount(amountE4: number): string {
  const digits = String(Math.abs(amountE4)).padStart(E4_DECIMALS + 1, "0");
  return `${amountE4 < 0 ? "-" : ""}${digits.slice(0, -E4_DECIMALS)}.${digits.slice(-E4_DECIMALS)}`;
}

function csv(lines: readonly (readonly Cell[])[]): string {
  const cells = lines.map((line) => line.map((cell) => (typeof cell === "string" ? exportCell(cell) : cell === null ? "" : String(cell))));
  return stringify(cells, { record_delimiter: "windows" });
}

async function* oneChunk(text: string): AsyncGenerator<string> {
  yield text;
}
