import type { CoverageFrame, CoverageQuery } from "@/lib/contracts/coverage";
import type { ScopedDb } from "@/lib/db/scoped";
import type { CoverageCell } from "@/lib/domain/activate/coverage-cells";
import type { CellTotal } from "@/lib/domain/activate/coverage-input";
import { type CoverageSum, sumCells } from "@/lib/domain/activate/coverage-sum";
import type { RegionTree } from "@/lib/domain/activate/region-tree";
import { AppError } from "@/lib/errors";
import { regionChoices } from "@/lib/services/score/region-choices";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { runDto } from "@/lib/services/score/run-dto";
import { type CoverageGround, type JudgedCoverage, judgeCoverage, readGround } from "./judge-coverage";

/** One view's share of a run's coverage: the frame that all views have, and the cells that the query leaves. */
export type FramedCoverage = {
  readonly frame: CoverageFrame;
  readonly ground: CoverageGround;
  /** null when the program has no rule: then there are no cells. */
  readonly judged: JudgedCoverage | null;
  readonly cells: readonly CoverageCell[];
  readonly unplaced: readonly CellTotal[];
};

/** @throws AppError not_found for a run, region or category that does not exist */
export async function frameCoverage(db: ScopedDb, query: CoverageQuery): Promise<FramedCoverage> {
  const row = await requireRunOrCurrent(db, query.run, query.program);
  const ground = await readGround(db);
  const path = pathTo(query.region, ground);
  const category = requireCategory(query.category, ground);
  const judgement = await judgeCoverage(db, row, ground);
  const judged = judgement.rule === null ? null : judgement;
  const isInside = insideOf(query, ground);
  const cells = (judged?.cells ?? []).filter(isInside);
  const unplaced = (judged?.unplaced ?? []).filter((sale) => isInside({ ...sale, category: categoryOf(sale.line, ground) }));

  const frame: CoverageFrame = {
    run: runDto(row),
    rule: judgement.rule,
    currency: judgement.program.currency,
    qualifiedTier: judgement.program.tiers.find(({ key }) => key === judgement.rule?.qualifiedTier)?.name ?? "",
    path,
    category,
    total: addUp(cells, unplaced),
    unplacedE4: revenueOf(unplaced),
    choices: { regions: regionChoices(leafCodes(ground.tree), await db.regions.listPaths()), categories: categoriesOf(ground) },
  };
  return { frame, ground, judged, cells, unplaced };
}

/** The sum of cells, and of revenue that lies in none. */
export function addUp(cells: readonly CoverageCell[], unplaced: readonly CellTotal[]): CoverageSum {
  const sum = sumCells(cells);
  return { ...sum, revenueE4: sum.revenueE4 + revenueOf(unplaced) };
}

/** Every category once, in the order of the lines. */
export function categoriesOf({ lines }: CoverageGround): { code: string; name: string }[] {
  const names = new Map(lines.map(({ category, categoryName }) => [category, categoryName]));
  return [...names].map(([code, name]) => ({ code, name }));
}

/** From the top down to the region, itself last; empty for none. @throws AppError not_found */
export function pathTo(region: string | undefined, { regions, tree }: CoverageGround): { code: string; name: string }[] {
  if (region === undefined) return [];
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  if (!names.has(region)) throw new AppError("not_found", `There is no region ${region}.`);
  return tree
    .upFrom(region)
    .map((code) => ({ code, name: names.get(code) ?? code }))
    .toReversed();
}

function requireCategory(code: string | undefined, ground: CoverageGround): { code: string; name: string } | null {
  if (code === undefined) return null;
  const category = categoriesOf(ground).find((known) => known.code === code);
  if (category === undefined) throw new AppError("not_found", `There is no category ${code}.`);
  return category;
}

/** Whether a cell lies in the region and category that the query asks for. */
export function insideOf(
  { region, category }: Pick<CoverageQuery, "region" | "category">,
  { tree }: CoverageGround,
): (cell: Pick<CoverageCell, "region" | "category">) => boolean {
  return (cell) => (region === undefined || tree.upFrom(cell.region).includes(region)) && (category === undefined || cell.category === category);
}

function categoryOf(line: string, { lines }: CoverageGround): string {
  return lines.find(({ code }) => code === line)?.category ?? "";
}

function revenueOf(sales: readonly CellTotal[]): number {
  return sales.reduce((sum, { revenueE4 }) => sum + revenueE4, 0);
}

function leafCodes({ leaves }: RegionTree): string[] {
  return leaves.map(({ code }) => code);
}
