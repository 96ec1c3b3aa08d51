import { amountWords, type ProgramNames, type Requirement, requirementWords, subjectWords } from "@/components/define/condition-words";
import { formatPoints, listed } from "@/components/format/number";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import type { Check } from "@/lib/domain/score/decision";
import type { Reader } from "./reader";

export type CheckGroup = Extract<Check, { readonly of: readonly Check[] }>;
export type CheckLeaf = Exclude<Check, CheckGroup>;

export function isGroup(check: Check): check is CheckGroup {
  return "of" in check;
}

/** The program's names, and the decimals in which it gives points. */
export type CheckNames = ProgramNames & { readonly scoreDecimals: number };

export function namesOf(scorecard: Pick<PartnerScorecard, "nodeNames" | "metrics" | "organization" | "program">): CheckNames {
  const metrics = Object.fromEntries(scorecard.metrics.map((metric) => [metric.key, metric]));
  return { nodes: scorecard.nodeNames, metrics, currency: scorecard.program.currency, scoreDecimals: scorecard.program.scoreDecimals };
}

export function groupWords(check: CheckGroup): string {
  switch (check.kind) {
    case "all":
      return "All of these";
    case "any":
      return "Any one of these";
    case "atLeast":
      return `At least ${check.count ?? 1} of these`;
    case "not":
      return "None of this";
  }
}

export function leafWords(check: CheckLeaf, names: ProgramNames): string {
  const words = requirementWords(check, names);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What stands before what the partner has: "has", "you have"; "" where these are words of their own. */
export function haveLead(check: CheckLeaf, reader: Reader): string {
  if (check.kind === "leavesAbove" || check.have === null) return "";
  if (check.kind === "attribute") return reader === "partner" ? "yours is " : "is ";
  return reader === "partner" ? "you have " : "has ";
}

/** What the partner has: "66.4", "no data", the criteria that fall short. */
export function haveWords(check: CheckLeaf, names: CheckNames): string {
  if (check.kind === "leavesAbove") {
    return check.failing.length === 0 ? "all above" : `not above: ${listed(check.failing.map((key) => names.nodes[key] ?? key))}`;
  }
  if (check.have === null) return "no data";
  return typeof check.have === "number" && check.kind !== "attribute" ? measuredWords(check, check.have, names) : String(check.have);
}

/** How far short: "3.6 points short", "$12,000 too much"; null when met, without data, or not a matter of amount. */
export function gapWords(check: CheckLeaf, names: CheckNames): string | null {
  if (!("gap" in check) || check.gap === null || check.verdict !== "short") return null;
  if (check.gap === 0) return "just at the edge";
  const amount = `${measuredWords(check, check.gap, names)}${check.kind === "metric" ? "" : " points"}`;
  return isUpperLimit(check) ? `${amount} too much` : `${amount} short`;
}

/** "3.6 points of score", "2 of Certified people": for a sentence that says what is missing. */
export function missingWords(check: CheckLeaf, names: CheckNames): string {
  if (!("gap" in check) || check.gap === null || check.gap === 0 || isUpperLimit(check)) return requirementWords(check, names);
  const amount = measuredWords(check, check.gap, names);
  if (check.kind === "score") return `${amount} points of score`;
  if (check.kind === "node") return `${amount} points of ${subjectWords(check, names)}`;
  return `${amount} of ${subjectWords(check, names)}`;
}

/** What the partner has or lacks: points with the program's decimals, so that they stand below each other; other amounts in their unit. */
function measuredWords(check: CheckLeaf, value: number, names: CheckNames): string {
  return check.kind === "metric" ? amountWords(check, value, names) : formatPoints(value, names.scoreDecimals);
}

function isUpperLimit(requirement: Requirement): boolean {
  return "op" in requirement && (requirement.op === "<=" || requirement.op === "<");
}

/** The unmet requirements that would meet a check with the fewest things to change. */
export function nearestUnmet(check: Check): readonly CheckLeaf[] {
  if (check.verdict === "met") return [];
  if (!isGroup(check)) return [check];
  if (check.kind === "not") return check.of.filter((part) => !isGroup(part)) as CheckLeaf[];
  const unmet = check.of.filter((part) => part.verdict !== "met").map(nearestUnmet);
  if (check.kind === "all") return unmet.flat();
  const met = check.of.length - unmet.length;
  const wanted = (check.kind === "any" ? 1 : (check.count ?? 1)) - met;
  return unmet
    .toSorted((a, b) => a.length - b.length)
    .slice(0, Math.max(0, wanted))
    .flat();
}
