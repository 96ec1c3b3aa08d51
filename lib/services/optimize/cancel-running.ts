import type { Actor } from "@/lib/access/actor";
import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";

/** Ends the back-test of a version that is under way, and says so in the trail; false when there is none, and nothing happens. */
export async function cancelRunning(actor: Actor, db: ScopedDb, { id, program, version }: ProgramVersionRow): Promise<boolean> {
  const cancelled = await db.backTests.cancel(id);
  if (cancelled === null) return false;
  await db.audit.append(actor, { action: "back_test.cancel", target: `program ${program.key} version ${version}`, detail: cancelled });
  return true;
}
