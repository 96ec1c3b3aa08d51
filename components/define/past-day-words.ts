import { formatDate } from "@/components/format/date";
import { formatCount, listed } from "@/components/format/number";
import { type Decided, runsGovernedFrom } from "@/lib/domain/define/past-day";

const NAMED_RUNS = 3;

/** What it means that a version takes effect from a past day, and for which runs; null where the day is not past. */
export function pastDayWords(day: string, decided: Decided): string | null {
  const runs = runsGovernedFrom(day, decided);
  if (runs === null) return null;
  if (runs.length === 0) return `${formatDate(day)} is past. No published run would have been evaluated by this version.`;
  const stays = runs.length === 1 ? "It does not change" : "They do not change";
  return `${formatDate(day)} is past. Had this version been in effect then, ${runsWords(runs)} would have been evaluated by it. ${stays}; what is evaluated from now on as of such a day is evaluated by this version.`;
}

function runsWords(runs: Decided["runs"]): string {
  const named = runs
    .toSorted((a, b) => a.asOf.localeCompare(b.asOf) || a.number - b.number)
    .map(({ number, asOf }) => `run ${number} (as of ${formatDate(asOf)})`);
  return named.length <= NAMED_RUNS ? listed(named) : `${formatCount(named.length)} published runs from ${named[0]} to ${named.at(-1)}`;
}
