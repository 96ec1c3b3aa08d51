import type { ScopedDb } from "@/lib/db/scoped";
import { type CoverageCells, coverageCells } from "@/lib/domain/activate/coverage-cells";
import { type RegionTree, regionTree } from "@/lib/domain/activate/region-tree";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import type { Program } from "@/lib/domain/define/program";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { soldInCells } from "./cell-sellers";

type RunRow = NonNullable<Awaited<ReturnType<ScopedDb["runs"]["find"]>>>;
type Rows<Method extends "regions" | "lines"> = Awaited<ReturnType<ScopedDb["coverage"][Method]>>;

/** What the cells of an organization are made of, as it is today: a run does not keep its regions and lines. */
export type CoverageGround = { readonly regions: Rows<"regions">; readonly lines: Rows<"lines">; readonly tree: RegionTree };

/** The coverage of one run with the rule it was judged by. */
export type JudgedCoverage = CoverageCells & { readonly run: RunRow; readonly program: Program; readonly rule: CoverageRule };

export async function readGround(db: ScopedDb): Promise<CoverageGround> {
  const regions = await db.coverage.regions();
  return { regions, lines: await db.coverage.lines(), tree: regionTree(regions) };
}

/** Judges the cells of a run by the rule of its program version; `rule` null when that has none. */
export async function judgeCoverage(
  db: ScopedDb,
  run: RunRow,
  { regions, lines }: CoverageGround,
): Promise<JudgedCoverage | { readonly program: Program; readonly rule: null }> {
  const program = await readRunProgram(db, run);
  const { coverage: rule } = program;
  if (rule === undefined) return { program, rule: null };
  const kept = await db.coverage.cells(run.id);
  // A run of before cells were kept has none; nor has one in whose window nothing was sold, for which there is nothing to add up either.
  const sold = kept.length > 0 ? kept : await soldInCells(db, { program, rule, run });
  const potentials = await db.coverage.potentials({ program, asOf: run.asOf, knownAt: run.knownAt });
  return { run, program, rule, ...coverageCells({ rule, regions, lines, sold, potentials }) };
}
