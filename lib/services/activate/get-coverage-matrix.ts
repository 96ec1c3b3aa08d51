import { COVERAGE_PAGE_SIZE, type CoverageMatrix, CoverageMatrixQuery, type CoverageRow } from "@/lib/contracts/coverage";
import { pageCount } from "@/lib/domain/shared/page-count";
import { query } from "@/lib/services/define-service";
import { addUp, categoriesOf, type FramedCoverage, frameCoverage } from "./coverage-frame";

/** The cells of a run added up by region and by category, or within one category by line. */
export const getCoverageMatrix = query({
  permission: "coverage.read",
  input: CoverageMatrixQuery,
  async run({ db }, input): Promise<CoverageMatrix> {
    const framed = await frameCoverage(db, input);
    const columns = columnsOf(framed, input.category);
    const codes = input.rows === "lowest" ? lowestIn(framed, input.region) : insideOf(framed, input.region);
    const pages = pageCount(codes.length, COVERAGE_PAGE_SIZE);
    const page = Math.min(input.page, pages);
    const shown = codes.slice((page - 1) * COVERAGE_PAGE_SIZE, page * COVERAGE_PAGE_SIZE);
    return {
      ...framed.frame,
      columns: columns.map(({ code, name }) => ({ code, name })),
      rows: shown.map((code) => rowOf(code, columns, framed)),
      totals: columns.map((column) => addUp(framed.cells.filter(column.holds), framed.unplaced.filter(column.holds))),
      page,
      pages,
    };
  },
});

type Column = { readonly code: string; readonly name: string; readonly holds: (place: { readonly line: string }) => boolean };

/** Lines that make no cell are no columns. */
function columnsOf({ ground, cells, unplaced }: FramedCoverage, category: string | undefined): Column[] {
  const offered = new Set([...cells, ...unplaced].map(({ line }) => line));
  const lines = ground.lines.filter(({ code }) => offered.has(code));
  if (category !== undefined) return lines.map(({ code, name }) => ({ code, name, holds: ({ line }) => line === code }));
  return categoriesOf({ ...ground, lines }).map(({ code, name }) => {
    const inCategory = new Set(lines.filter((line) => line.category === code).map((line) => line.code));
    return { code, name, holds: ({ line }) => inCategory.has(line) };
  });
}

function rowOf(code: string, columns: readonly Column[], { ground, cells, unplaced }: FramedCoverage): CoverageRow {
  const isBelow = ({ region }: { readonly region: string }) => ground.tree.upFrom(region).includes(code);
  const [own, ownUnplaced] = [cells.filter(isBelow), unplaced.filter(isBelow)];
  return {
    region: { code, name: ground.regions.find((region) => region.code === code)?.name ?? code },
    isLeaf: ground.tree.isLeaf(code),
    cells: columns.map(({ holds }) => addUp(own.filter(holds), ownUnplaced.filter(holds))),
    total: addUp(own, ownUnplaced),
  };
}

function lowestIn({ ground: { tree } }: FramedCoverage, region: string | undefined): string[] {
  return (region === undefined ? tree.leaves : tree.leavesOf(region)).map(({ code }) => code);
}

/** The regions directly inside; a region with none inside stands for itself. A single region at the top, the world, is passed over. */
function insideOf({ ground: { tree } }: FramedCoverage, region: string | undefined): string[] {
  if (region !== undefined && tree.isLeaf(region)) return [region];
  const inside = tree.childrenOf(region ?? null);
  const [only] = inside;
  const isWorld = region === undefined && inside.length === 1 && only !== undefined && !tree.isLeaf(only.code);
  return (isWorld ? tree.childrenOf(only.code) : inside).map(({ code }) => code);
}
