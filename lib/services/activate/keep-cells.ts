import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { type RuledRun, soldInCells } from "./cell-sellers";

/** Keeps what the coverage of a draft is judged from, once its decisions are stored; nothing when its program has no rule of coverage. */
export async function keepCells(db: ScopedDb, program: Program, run: RuledRun["run"]): Promise<void> {
  if (program.coverage === undefined) return;
  await db.coverage.keepCells(run.id, await soldInCells(db, { program, rule: program.coverage, run }));
}
