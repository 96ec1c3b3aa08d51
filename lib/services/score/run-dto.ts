import { type Run, RunSummary } from "@/lib/contracts/run";
import type { RunRow } from "@/lib/db/runs";

export function runDto({ id: _id, programId: _programId, programVersionId: _versionId, versionStatus: _status, base, summary, ...run }: RunRow): Run {
  return { ...run, ...RunSummary.parse(summary), base: base?.number ?? null };
}
