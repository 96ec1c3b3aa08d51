import { roundHalfAway } from "../shared/round";
import { mostPoints } from "./attainable-points";
import type { Condition, Program } from "./program";
import { error, type Obstacle, type ProgramIssue } from "./program-issue";
import { leavesOf, type ScoreTree } from "./score-tree";

export const MAX_CONDITION_DEPTH = 10;

/** The references and counts of a condition, wherever it stands in the program. */
export function checkConditionTerms(condition: Condition, path: string, program: Program, tree: ScoreTree): ProgramIssue[] {
  const metrics = new Set(program.metrics.map(({ key }) => key));
  const check = (term: Condition, depth: number): ProgramIssue[] => {
    if (depth > MAX_CONDITION_DEPTH) return [error(path, { code: "too_deep", limit: MAX_CONDITION_DEPTH })];
    switch (term.kind) {
      case "all":
      case "any":
        return term.of.flatMap((child) => check(child, depth + 1));
      case "atLeast": {
        const tooMany =
          term.count > term.of.length ? [error(path, { code: "count_above_children", count: term.count, children: term.of.length })] : [];
        return [...tooMany, ...term.of.flatMap((child) => check(child, depth + 1))];
      }
      case "not":
        return check(term.condition, depth + 1);
      case "node":
      case "leavesAbove":
        return tree.find(term.node) === null ? [error(path, { code: "unknown_node", node: term.node })] : [];
      case "metric":
        return metrics.has(term.metric) ? [] : [error(path, { code: "unknown_metric", metric: term.metric })];
      default:
        return [];
    }
  };
  return check(condition, 1);
}

/**
 * Why a condition can never be met, null when it may be. Finds requirements above what the score tree can give and comparisons that
 * contradict each other side by side; it proves nothing about negations or about metrics that depend on each other.
 */
export function obstacleTo(condition: Condition, tree: ScoreTree, decimals: number): Obstacle | null {
  switch (condition.kind) {
    case "all": {
      const own = condition.of.flatMap((child) => obstacleTo(child, tree, decimals) ?? []);
      return own[0] ?? contradiction(condition.of);
    }
    case "any":
      return obstacleToSome(condition.of, 1, tree, decimals);
    case "atLeast":
      return obstacleToSome(condition.of, Math.min(condition.count, condition.of.length), tree, decimals);
    case "score":
      return above("score", condition.atLeast, tree.nodes[0]?.source, decimals);
    case "node":
      return above(condition.node, condition.atLeast, tree.find(condition.node)?.source, decimals);
    case "leavesAbove": {
      const node = tree.find(condition.node);
      const short = (node === null ? [] : leavesOf(node)).find(({ source }) => roundHalfAway(mostPoints(source), decimals) <= condition.above);
      return short === undefined ? null : { subject: short.source.key, need: condition.above, most: mostPoints(short.source) };
    }
    default:
      return null;
  }
}

function obstacleToSome(of: readonly Condition[], needed: number, tree: ScoreTree, decimals: number): Obstacle | null {
  const obstacles = of.flatMap((child) => obstacleTo(child, tree, decimals) ?? []);
  return of.length - obstacles.length < needed ? (obstacles[0] ?? null) : null;
}

function above(subject: string, need: number, node: Parameters<typeof mostPoints>[0] | undefined, decimals: number): Obstacle | null {
  if (node === undefined) return null;
  const most = roundHalfAway(mostPoints(node), decimals);
  return need > most ? { subject, need, most } : null;
}

/** Two terms that must both hold and cannot. */
function contradiction(of: readonly Condition[]): Obstacle | null {
  const terms = of.flatMap(together);
  for (const [i, term] of terms.entries()) {
    const against = terms.slice(i + 1).find((other) => contradict(term, other));
    if (against !== undefined) return { subject: subjectOf(term), need: null, most: null };
  }
  return null;
}

function together(condition: Condition): readonly Condition[] {
  return condition.kind === "all" ? condition.of.flatMap(together) : [condition];
}

function subjectOf(condition: Condition): string {
  return condition.kind === "metric" ? condition.metric : condition.kind === "attribute" ? condition.attribute : condition.kind;
}

function contradict(a: Condition, b: Condition): boolean {
  if (a.kind === "metric" && b.kind === "metric" && a.metric === b.metric) return !rangesMeet(a, b) || !rangesMeet(b, a);
  if (a.kind !== "attribute" || b.kind !== "attribute" || a.attribute !== b.attribute) return false;
  if (a.op === "in" && b.op === "in") return !a.values.some((value) => b.values.includes(value));
  if (a.op === b.op) return false;
  const [required, refused] = a.op === "in" ? [a, b] : [b, a];
  return required.values.every((value) => refused.values.includes(value));
}

type Range = Pick<Extract<Condition, { kind: "metric" }>, "op" | "value">;

/** Whether what `lower` asks from below leaves room under what `upper` allows. */
function rangesMeet(lower: Range, upper: Range): boolean {
  if (lower.op === "<" || lower.op === "<=" || upper.op === ">" || upper.op === ">=") return true;
  const edgeCounts = lower.op !== ">" && upper.op !== "<";
  return lower.value < upper.value || (edgeCounts && lower.value === upper.value);
}
