import type { PathAnswer, PathKind } from "@/lib/contracts/path";
import { table } from "./print";

const NO_WAY: Readonly<Record<Exclude<PathKind, "highest" | "paths">, string>> = {
  reached: "its figures qualify already; only the rules of movement are between",
  seats_taken: "it meets what the tier asks, and others have the seats",
  depends_on_others: "it depends on how other partners do",
  no_effort: "the program does not say what it takes to better a metric",
  too_complex: "there are more ways than can be looked at",
  out_of_reach: "out of reach, even with everything bettered as far as can be hoped for",
};

/** The ways to a tier, cheapest first, a line for each metric that changes. */
export function pathReport({ partner, run, kind, tier, by, ways, firstReview, program, others }: PathAnswer): string {
  if (kind === "highest") return `${partner.name} is in the highest tier.`;
  const towards = `${partner.name} to ${tier?.name}, by its figures of ${run.asOf}${others === "left_out" ? ", other partners left out" : ""}`;
  if (kind !== "paths") return `${towards}: ${NO_WAY[kind]}.`;
  const first = firstReview === null ? "" : `; the first review at which it can count is on ${firstReview}`;
  const verdict = ways.some(({ inTime }) => inTime) ? `possible by ${by}` : `not possible by ${by}${first}`;
  const rows = ways.flatMap(({ steps, countsOn }, place) =>
    steps.map(({ key, from, to, effort }) => [place + 1, key, from, to, effort, countsOn] as const),
  );
  return `${towards}: ${verdict}.\n${table(["way", "metric", "from", "to", program.effortUnit ?? "effort", "counts on"], rows)}`;
}
