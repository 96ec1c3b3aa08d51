import type { TreeNode } from "../../define/score-tree";
import type { Clause, PointsTerm } from "./clause";
import { effortOf, type PathProblem } from "./path-problem";
import type { Work } from "./work-limit";

/** What is looked for: a way in which a clause holds, among some options. */
export type ClauseSearch = {
  readonly problem: PathProblem;
  readonly clause: Clause;
  /** By choice: the options that may be taken. */
  readonly options: readonly (readonly number[])[];
  /** Ways from this effort on are of no use. */
  readonly below: number;
  readonly work: Work;
};

/** What a clause says of the points of each node. */
export function termsIn(clause: Clause): (node: TreeNode) => readonly PointsTerm[] {
  const byNode = new Map<number, PointsTerm[]>();
  for (const literal of clause.values()) {
    if (literal.kind === "points") byNode.set(literal.node, [...(byNode.get(literal.node) ?? []), literal]);
  }
  return ({ index }) => byNode.get(index) ?? NO_TERMS;
}

const NO_TERMS: readonly PointsTerm[] = [];

/** The least that a choice takes; infinite where none of its options may be taken. */
export function leastOf({ problem, options }: ClauseSearch, choice: number): number {
  return (options[choice] ?? []).reduce((least, option) => Math.min(least, effortOf(problem, choice, option)), Number.POSITIVE_INFINITY);
}
