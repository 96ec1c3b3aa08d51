import "server-only";
import type { Scope } from "@/lib/access/actor";

/** Streaming and long work within a scope; each method owns its transactions. */
export function bulkDb(scope: Scope) {
  return { orgId: scope.orgId };
}
export type BulkDb = ReturnType<typeof bulkDb>;
