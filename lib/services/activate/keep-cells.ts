import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { type RuledRun, salesWindow, soldInCells } from "./cell-sellers";

/** Keeps what the coverage of a draft is judged from, once its decisions are stored; nothing when its program has no rule of coverage. */
export async function keepCells(db: ScopedDb, program: Program, run: RuledRun["run"]): Promise<void> {
  if (program.coverage === undefined) return;
  const of = { program, rule: program.coverage, run };
  await db.coverage.keepSales(salesWindow(of));
  await db.coverage.keepCells(run.id, await soldInCells(db, of));
}
