import type { TreeNode } from "../../define/score-tree";
import { type ClauseSearch, termsIn } from "./clause-search";
import { isBeyond } from "./effort-bound";
import { nodeReaches, reachAt, type Setting, type Taken } from "./node-reaches";
import { effortOf } from "./path-problem";
import { type Reach, withPicks } from "./reach";

/**
 * What the root can be brought to, such that all that a clause says of points and gates holds, worked out bottom up. A choice that moves
 * criteria in several places is settled at the lowest node above them all: below it, one option of it after the other is taken as given,
 * as far as by the bound some way of less effort than the limit can come of it.
 */
export function rootReaches(search: ClauseSearch, boundOf: (taken: Taken) => number): readonly Reach[] {
  const { problem, clause, options, below, work } = search;

  const openReaches = (leaf: TreeNode, choice: number): Reach[] =>
    (options[choice] ?? []).flatMap((option) => {
      const effort = effortOf(problem, choice, option);
      return effort < below ? [reachAt(problem.pointsByOption(leaf), option, effort, { choice, option })] : [];
    });

  const settingsAt = (node: TreeNode, taken: Taken): readonly Setting[] => {
    const settled = problem.settledAt(node);
    if (settled.length === 0) return [{ taken, effort: 0, picks: null }];
    // What is taken elsewhere must not matter: a node is worked out once for the same options below it.
    const takenBelow = new Map([...taken].filter(([choice]) => problem.choicesBelow(node).includes(choice)));
    // To bound the last choice's options would take as long as to try them.
    const canBecomeOne = (given: Taken, choice: number) => choice === settled.at(-1) || !isBeyond(boundOf(given), below);
    let settings: Setting[] = [{ taken: takenBelow, effort: 0, picks: null }];
    for (const choice of settled) {
      settings = settings.flatMap((setting) => {
        work(options[choice]?.length ?? 0);
        return (options[choice] ?? []).flatMap((option) => {
          const effort = setting.effort + effortOf(problem, choice, option);
          if (effort >= below) return [];
          const given = new Map(setting.taken).set(choice, option);
          return canBecomeOne(given, choice) ? [{ taken: given, effort, picks: withPicks(setting.picks, { choice, option }) }] : [];
        });
      });
    }
    return settings;
  };

  const root = problem.tree.nodes[0];
  const reachesOf = nodeReaches({ problem, clause, termsOf: termsIn(clause), openReaches, settingsAt, below, work });
  return root === undefined ? [] : reachesOf(root, new Map(), false);
}
