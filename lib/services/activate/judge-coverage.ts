import type { ScopedDb } from "@/lib/db/scoped";
import { type CoverageCells, coverageCells } from "@/lib/domain/activate/coverage-cells";
import type { CoverageInput } from "@/lib/domain/activate/coverage-input";
import { type RegionTree, regionTree } from "@/lib/domain/activate/region-tree";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import type { Program } from "@/lib/domain/define/program";
import { unitsOf } from "@/lib/domain/shared/round";
import { readProgram } from "@/lib/services/define/read-program";

type RunRow = NonNullable<Awaited<ReturnType<ScopedDb["runs"]["find"]>>>;
type Rows<Method extends "regions" | "lines" | "partners"> = Awaited<ReturnType<ScopedDb["coverage"][Method]>>;

/** What the cells of an organization are made of, as it is today: a run does not keep its regions and lines. */
export type CoverageGround = { readonly regions: Rows<"regions">; readonly lines: Rows<"lines">; readonly tree: RegionTree };

/** The coverage of one run with what it was judged from. */
export type JudgedCoverage = CoverageCells & {
  readonly program: Program;
  readonly rule: CoverageRule;
  readonly input: CoverageInput;
  readonly partners: Rows<"partners">;
};

const E4_DECIMALS = 4;

export async function readGround(db: ScopedDb): Promise<CoverageGround> {
  const regions = await db.coverage.regions();
  return { regions, lines: await db.coverage.lines(), tree: regionTree(regions) };
}

/** Judges the cells of a run by the rule of its program version; `rule` null when that has none. */
export async function judgeCoverage(
  db: ScopedDb,
  run: RunRow,
  ground: CoverageGround,
): Promise<JudgedCoverage | { readonly program: Program; readonly rule: null }> {
  const program = await readProgram(db, run.programVersionId);
  const rule = program.coverage;
  if (rule === undefined) return { program, rule: null };
  const partners = await db.coverage.partners(run.id);
  const at = { program, asOf: run.asOf, knownAt: run.knownAt };
  const input: CoverageInput = {
    rule,
    activeFromE4: unitsOf(rule.activeFrom, E4_DECIMALS),
    qualifiedRank: program.tiers.findIndex(({ key }) => key === rule.qualifiedTier),
    regions: ground.regions,
    lines: ground.lines,
    partners,
    sales: await db.coverage.sales({ ...at, trailingMonths: rule.trailingMonths }),
    potentials: await db.coverage.potentials(at),
  };
  return { program, rule, input, partners, ...coverageCells(input) };
}
