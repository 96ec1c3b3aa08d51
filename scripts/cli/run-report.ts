import type { Run } from "@/lib/contracts/run";
import { table } from "./print";

/** A run in a few lines: what it is, and its partners by tier, highest first. */
export function runReport(run: Run): string {
  const { number, status, asOf, knownAt, program, tiers, base } = run;
  const what = `Run ${number} (${status}): ${program.name} version ${program.version} as of ${asOf}, as known at ${knownAt}, ${base === null ? "the first" : `following run ${base}`}.`;
  const rows = [...tiers].sort((a, b) => b.rank - a.rank).map(({ name, partners, before }) => [name, partners, before]);
  return `${what}\n${table(["tier", "partners", "before"], rows)}`;
}
