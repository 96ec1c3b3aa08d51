import type { ScopedDb } from "@/lib/db/scoped";
import { Program } from "@/lib/domain/define/program";

/** The rules of a stored version. */
export async function readProgram(db: ScopedDb, versionId: number): Promise<Program> {
  return Program.parse(await db.programs.readDocument(versionId));
}
