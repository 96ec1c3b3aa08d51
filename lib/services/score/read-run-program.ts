import type { RunHeader } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { Program } from "@/lib/domain/define/program";

/** The rules that a run was evaluated with: those of its version, or of the draft as it was then. */
export async function readRunProgram(db: ScopedDb, run: Pick<RunHeader, "id">): Promise<Program> {
  return Program.parse(await db.runs.readDocument(run.id));
}
