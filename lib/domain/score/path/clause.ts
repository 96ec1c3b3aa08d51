import type { Condition } from "../../define/program";
import { leavesOf, type TreeNode } from "../../define/score-tree";
import { judgeCondition, MET, NO_DATA, SHORT } from "../judge-condition";
import { columnAt, roundPoints } from "../node-columns";
import type { PathProblem } from "./path-problem";
import type { Work } from "./work-limit";

/** What a condition is wanted to come out as. Without data it is neither met nor short, so that "not met" is more than "short". */
export type Wanted = "met" | "short" | "notMet" | "notShort";

/** What must hold of one choice, or of the points of one node, for a clause to hold. */
export type Literal =
  | { readonly kind: "metric"; readonly choice: number; readonly condition: Extract<Condition, { kind: "metric" }>; readonly wanted: Wanted }
  | ({ readonly kind: "points"; readonly node: number } & PointsTerm)
  /** Whether the node's gates are taken as open; the literals that make them so stand beside it. */
  | { readonly kind: "gate"; readonly node: number; readonly open: boolean };

/** A comparison of a node's rounded points. */
export type PointsTerm = { readonly op: ">=" | ">"; readonly bound: number; readonly wanted: Wanted };

/** Literals that hold together, by what they say. A condition is a list of clauses of which one must hold: none is never, an empty one always. */
export type Clause = ReadonlyMap<string, Literal>;

/** To copy a literal into another clause takes as long as to look at so many reaches. */
const LITERAL_WORK = 50;

export const ALWAYS: readonly Clause[] = [new Map()];
const NEVER: readonly Clause[] = [];
const THROUGH_NOT: Readonly<Record<Wanted, Wanted>> = { met: "short", short: "met", notMet: "notShort", notShort: "notMet" };

export function accepts(wanted: Wanted, verdict: number): boolean {
  switch (wanted) {
    case "met":
      return verdict === MET;
    case "short":
      return verdict === SHORT;
    case "notMet":
      return verdict !== MET;
    case "notShort":
      return verdict !== SHORT;
  }
}

/** The ways in which a condition comes out as wanted. What no lever moves is judged at once, so that few clauses are left. */
export function clausesOf(condition: Condition, wanted: Wanted, problem: PathProblem, work: Work): readonly Clause[] {
  const { tree, choiceOfMetric } = problem;
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast": {
      const { of } = condition;
      const count = condition.kind === "atLeast" ? condition.count : condition.kind === "any" ? 1 : of.length;
      return someOf(
        neededOf(count, of.length, wanted),
        of.map((child) => clausesOf(child, wanted, problem, work)),
        work,
      );
    }
    case "not":
      return clausesOf(condition.condition, THROUGH_NOT[wanted], problem, work);
    case "leavesAbove": {
      const node = tree.find(condition.node);
      const leaves = node === null ? [] : leavesOf(node);
      if (leaves.length === 0) return judgedNow(condition, wanted, problem);
      const each = leaves.map((leaf) => pointsClauses(leaf, { op: ">", bound: condition.above, wanted }, problem));
      return someOf(neededOf(leaves.length, leaves.length, wanted), each, work);
    }
    case "score":
    case "node": {
      const node = condition.kind === "score" ? tree.nodes[0] : tree.find(condition.node);
      return node == null ? judgedNow(condition, wanted, problem) : pointsClauses(node, { op: ">=", bound: condition.atLeast, wanted }, problem);
    }
    case "metric": {
      const choice = choiceOfMetric(condition.metric);
      return choice === null ? judgedNow(condition, wanted, problem) : clauseOf({ kind: "metric", choice, condition, wanted });
    }
    case "attribute":
      return judgedNow(condition, wanted, problem);
  }
}

/** That the node's gates are as they are taken: open, or closed. */
export function gateClauses({ index, gates }: TreeNode, problem: PathProblem, work: Work): readonly Clause[] {
  const come = (wanted: Wanted, needed: number): readonly Clause[] =>
    someOf(
      needed,
      gates.map((gate) => clausesOf(gate, wanted, problem, work)),
      work,
    );
  return [
    ...together(clauseOf({ kind: "gate", node: index, open: true }), come("met", gates.length), work),
    ...together(clauseOf({ kind: "gate", node: index, open: false }), come("notMet", 1), work),
  ];
}

/** The ways in which both hold. */
export function together(one: readonly Clause[], other: readonly Clause[], work: Work): readonly Clause[] {
  work(LITERAL_WORK * (one.length * literalsIn(other) + other.length * literalsIn(one)));
  return distinct(one.flatMap((clause) => other.map((more) => new Map([...clause, ...more]))));
}

function literalsIn(clauses: readonly Clause[]): number {
  return clauses.reduce((count, { size }) => count + size, 0);
}

function clauseOf(literal: Literal): readonly Clause[] {
  return [new Map([[JSON.stringify(literal), literal]])];
}

/** Whether the rounded points (NaN for none) come out as a term wants them. */
export function holdsFor(points: number, { op, bound, wanted }: PointsTerm, decimals: number): boolean {
  const rounded = roundPoints(points, decimals);
  const verdict = Number.isNaN(rounded) ? NO_DATA : (op === ">=" ? rounded >= bound : rounded > bound) ? MET : SHORT;
  return accepts(wanted, verdict);
}

/** A comparison of a node's points. */
export function pointsClauses(node: TreeNode, term: PointsTerm, { now, isFixed }: PathProblem): readonly Clause[] {
  if (!isFixed(node)) return clauseOf({ kind: "points", node: node.index, ...term });
  return holdsFor(columnAt(now.nodes, node).points[0] ?? Number.NaN, term, now.decimals) ? ALWAYS : NEVER;
}

function judgedNow(condition: Condition, wanted: Wanted, { now }: PathProblem): readonly Clause[] {
  return accepts(wanted, judgeCondition(condition, now).verdicts[0] ?? SHORT) ? ALWAYS : NEVER;
}

/** How many of a condition's parts must come out as wanted for it to do so itself, `count` being how many must be met for it to be met. */
function neededOf(count: number, parts: number, wanted: Wanted): number {
  return wanted === "met" || wanted === "notShort" ? count : parts - count + 1;
}

/** The ways in which so many of some conditions hold. */
function someOf(needed: number, of: readonly (readonly Clause[])[], work: Work): readonly Clause[] {
  if (needed <= 0) return ALWAYS;
  if (of.length < needed) return NEVER;
  /** By how many of the conditions so far are chosen: fewer than can still become enough are not looked at. */
  const ways: (readonly Clause[])[] = [ALWAYS];
  of.forEach((clauses, at) => {
    const fewest = Math.max(1, needed - (of.length - at - 1));
    for (let chosen = Math.min(needed, at + 1); chosen >= fewest; chosen--) {
      ways[chosen] = distinct([...(ways[chosen] ?? NEVER), ...together(clauses, ways[chosen - 1] ?? NEVER, work)]);
    }
  });
  return ways[needed] ?? NEVER;
}

/** Without clauses that say the same. */
function distinct(clauses: readonly Clause[]): readonly Clause[] {
  return [...new Map(clauses.map((clause) => [[...clause.keys()].sort().join(), clause])).values()];
}
