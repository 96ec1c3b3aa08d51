import { formatDate, formatFiscalPeriod } from "@/components/format/date";
import { counted, formatChange, formatCount } from "@/components/format/number";
import type { BackTest, BackTestQuarter, BackTestSummary } from "@/lib/contracts/back-test";

/** What a quarter was tested with. */
export function knowledgeWords({ kind, run }: BackTestQuarter["knowledge"]): string {
  switch (kind) {
    case "run":
      return `as known to run ${run}`;
    case "then":
      return "as imported by its end";
    case "today":
      return "as known today";
  }
}

type Stage = Pick<BackTest, "status" | "results" | "quarters" | "askedBy" | "mayCancel" | "run">;

/** How far a back-test is, or what it was of; null before the first. */
export function statusWords(backTest: Stage | null): string {
  if (backTest === null) return "This draft was not tested yet.";
  const { status, results, quarters, askedBy, mayCancel, run } = backTest;
  const asked = `Asked for by ${askedBy}, on quarters that ended by ${formatDate(run.asOf)}, the day of run ${run.number}.`;
  switch (status) {
    case "running":
      return `${progressWords(results, quarters)} ${mayCancel ? "You may go on editing." : `${askedBy} asked for it, and alone may cancel it.`}`;
    case "cancelled":
      return `Cancelled after ${formatCount(results.length)} of ${counted(quarters, "quarter")}. ${asked}`;
    case "done":
      return `Done. ${asked}`;
    case "failed":
      return asked;
  }
}

function progressWords(results: BackTest["results"], quarters: number): string {
  if (results.length === quarters) return "All quarters are done; putting them together.";
  const last = results.at(-1);
  const done = last === undefined ? "The oldest quarter is first." : `${formatFiscalPeriod(last)} is done.`;
  return `${formatCount(results.length)} of ${counted(quarters, "quarter")}. ${done}`;
}

/** How much moved in a quarter by the rules: "12 rise, 3 fall, 5 are held". Groups of nobody are left out. */
export function movementsWords(movements: BackTestQuarter["movements"]): string {
  const { promoted, demoted, held, entered, unchanged, overridden } = movements;
  const groups = [
    { count: promoted, one: "rises", many: "rise" },
    { count: demoted, one: "falls", many: "fall" },
    { count: held, one: "is held", many: "are held" },
    { count: entered, one: "enters", many: "enter" },
    { count: unchanged, one: "stays", many: "stay" },
    { count: overridden, one: "is set by hand", many: "are set by hand" },
  ];
  const said = groups.filter(({ count }) => count > 0).map(({ count, one, many }) => `${formatCount(count)} ${count === 1 ? one : many}`);
  return said.length === 0 ? "There were no partners." : `${said.join(", ")}.`;
}

/** Against what was published: "Against run 4: 12 higher, 3 lower, 85 alike." */
export function againstWords({ run, change }: NonNullable<BackTestQuarter["decided"]>): string {
  const gone = change.unplaced > 0 ? `, ${formatCount(change.unplaced)} in a tier that is gone` : "";
  return `Against run ${run}: ${formatCount(change.promoted)} higher, ${formatCount(change.demoted)} lower, ${formatCount(change.unchanged)} alike${gone}.`;
}

/** A median change of revenue, "+4.2%"; a dash where it cannot be said. */
export function followedWords(followed: { readonly medianChange: number | null } | undefined): string {
  return followed === undefined || followed.medianChange === null ? "–" : `${formatChange(followed.medianChange * 100, 1)}%`;
}

/** Of how much steadiness is counted. */
export function stabilityWords({ share, changes, partnerQuarters }: BackTestSummary["stability"]): string {
  if (share === null) return "One quarter alone says nothing of how steady tiers are.";
  return `${counted(changes, "change")} of tier in ${formatCount(partnerQuarters)} comparisons of a quarter with the one before.`;
}

/** The tiers that a partner went through, each change once: "Silver → Gold → Silver". */
export function tierPathWords(tiers: readonly (number | null)[], names: readonly { readonly name: string }[]): string {
  return tiers
    .filter((place) => place !== null)
    .filter((place, i, known) => i === 0 || place !== known[i - 1])
    .map((place) => names[place]?.name ?? "")
    .join(" → ");
}
