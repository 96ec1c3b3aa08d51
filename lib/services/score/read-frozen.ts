import type { FrozenDecision } from "@/lib/db/decisions";
import type { ScopedDb } from "@/lib/db/scoped";

const CHUNK = 2000;

/** All decisions of a run with their frozen inputs, in code order. */
export async function readFrozen(db: ScopedDb, runId: number): Promise<FrozenDecision[]> {
  const frozen: FrozenDecision[] = [];
  for (let after = ""; ; ) {
    const chunk = await db.decisions.listFrozen(runId, after, CHUNK);
    frozen.push(...chunk);
    const last = chunk.at(-1);
    if (last === undefined || chunk.length < CHUNK) return sortedByCode(frozen);
    after = last.input.partner;
  }
}

/** PostgreSQL orders by code point, JavaScript by UTF-16 unit: they differ beyond the basic plane. */
function sortedByCode(frozen: FrozenDecision[]): FrozenDecision[] {
  return frozen.sort((a, b) => (a.input.partner < b.input.partner ? -1 : 1));
}
