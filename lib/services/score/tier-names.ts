import type { Run } from "@/lib/contracts/run";

/** Names of the tiers of a run's program version, by key. */
export function tierNames({ tiers }: Pick<Run, "tiers">): Record<string, string> {
  return Object.fromEntries(tiers.map(({ tier, name }) => [tier, name]));
}
