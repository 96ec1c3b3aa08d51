import { leavesOf, type TreeNode } from "../../define/score-tree";
import { type ClauseSearch, leastOf, termsIn } from "./clause-search";
import { nodeReaches, reachAt, type Taken } from "./node-reaches";
import { effortOf } from "./path-problem";
import type { Reach } from "./reach";

/**
 * A bound from below to the effort of every way that takes some options: what these take, and what the rest must take at least. A choice
 * that moves several criteria is here as if it were one of its own for each of them, each for its part of the effort; and of points that
 * must not be too many nothing is asked. So every way there is remains one here, at no more effort. Infinite: there is none.
 *
 * Its sums are made in another order than the efforts of the ways: compare it with `isBeyond` and `justAbove`.
 */
export function effortBound(search: ClauseSearch): (taken: Taken) => number {
  const { problem, options } = search;
  const { choices, tree, choicesBelow, pointsByOption } = problem;
  const termsOf = upwardTerms(search);
  const asked = highest(tree.nodes, (node) => termsOf(node).length > 0);
  /** By choice, how many criteria that matter it moves. */
  const places = new Map<number, number>();
  for (const leaf of asked.flatMap(leavesOf)) for (const choice of choicesBelow(leaf)) places.set(choice, (places.get(choice) ?? 0) + 1);

  const reachesOf = nodeReaches({
    ...search,
    termsOf,
    openReaches: (leaf, choice) =>
      (options[choice] ?? []).map((option) =>
        reachAt(pointsByOption(leaf), option, effortOf(problem, choice, option) / (places.get(choice) ?? 1), null),
      ),
    settingsAt: (_, taken) => [{ taken, effort: 0, picks: null }],
  });
  const unpaid = [...choices.keys()].filter((choice) => !places.has(choice)).map((choice) => [choice, leastOf(search, choice)] as const);

  return (taken) => {
    let effort = 0;
    for (const [choice, option] of taken) effort += effortOf(problem, choice, option);
    for (const [choice, least] of unpaid) if (!taken.has(choice)) effort += least;
    for (const node of asked) effort += leastEffortOf(reachesOf(node, taken, false));
    return effort;
  };
}

/** Whether what is bounded by some effort takes a limit or more; in doubt, by the noise of binary fractions, not. */
export function isBeyond(bound: number, limit: number): boolean {
  return bound * (1 - NOISE) >= limit;
}

/** A limit below which there is all that takes what the bound says. */
export function justAbove(bound: number): number {
  return bound * (1 + 2 * NOISE);
}

const NOISE = 1e-9;

/** Those that more points can only help. */
function upwardTerms({ clause }: ClauseSearch): ReturnType<typeof termsIn> {
  return termsIn(
    new Map([...clause].filter(([, literal]) => literal.kind === "points" && (literal.wanted === "met" || literal.wanted === "notShort"))),
  );
}

/** The nodes of some kind with none of it above them. */
function highest(nodes: readonly TreeNode[], isOne: (node: TreeNode) => boolean): readonly TreeNode[] {
  const covered = new Set<number>();
  return nodes.filter((node) => {
    if (covered.has(node.parent)) {
      covered.add(node.index);
      return false;
    }
    if (isOne(node)) covered.add(node.index);
    return isOne(node);
  });
}

function leastEffortOf(reaches: readonly Reach[]): number {
  return reaches.reduce((least, { effort }) => Math.min(least, effort), Number.POSITIVE_INFINITY);
}
