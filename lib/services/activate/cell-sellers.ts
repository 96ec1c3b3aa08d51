import type { ScopedDb } from "@/lib/db/scoped";
import { cellTotals } from "@/lib/domain/activate/cell-totals";
import type { CellTotal, Qualification } from "@/lib/domain/activate/coverage-input";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import type { Program } from "@/lib/domain/define/program";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { unitsOf } from "@/lib/domain/shared/round";

/** A run whose program has a rule of coverage. */
export type RuledRun = {
  readonly program: Program;
  readonly rule: CoverageRule;
  readonly run: { readonly id: number; readonly asOf: IsoDate; readonly knownAt: number };
};

/** What the run's partners are, and from when on they count. */
export type SellingPartners = Omit<Qualification, "partners"> & { readonly partners: Awaited<ReturnType<ScopedDb["coverage"]["partners"]>> };

const E4_DECIMALS = 4;

export async function sellingPartners(db: ScopedDb, { program, rule, run }: RuledRun): Promise<SellingPartners> {
  return {
    activeFromE4: unitsOf(rule.activeFrom, E4_DECIMALS),
    qualifiedRank: program.tiers.findIndex(({ key }) => key === rule.qualifiedTier),
    partners: await db.coverage.partners(run.id),
  };
}

/** The window of the rule, as the run knows it. */
export function salesWindow({ program, rule, run }: RuledRun): Parameters<ScopedDb["coverage"]["sales"]>[0] {
  return { program, runId: run.id, asOf: run.asOf, knownAt: run.knownAt, trailingMonths: rule.trailingMonths };
}

/** What was sold in every cell and on every other region, and by how many active qualified partners. */
export async function soldInCells(db: ScopedDb, of: RuledRun): Promise<CellTotal[]> {
  return cellTotals(await db.coverage.sales(salesWindow(of)), await sellingPartners(db, of));
}
