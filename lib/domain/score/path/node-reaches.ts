import { type TreeNode, usesWeights } from "../../define/score-tree";
import { columnAt, type NodeColumn, UNSCORED as UNSCORED_STATUS } from "../node-columns";
import { BestReaches } from "./best-reaches";
import { type Clause, holdsFor, type PointsTerm } from "./clause";
import { combineReaches, type Part } from "./combine-reaches";
import type { PathProblem } from "./path-problem";
import { HAS_POINTS, LEFT_OUT, type Picks, type Reach, UNSCORED, withPicks } from "./reach";
import type { Work } from "./work-limit";

export type ReachSearch = {
  readonly problem: PathProblem;
  readonly clause: Clause;
  /** By choice: the options that may be taken. */
  readonly options: readonly (readonly number[])[];
  /** Reaches from this effort on are of no use. */
  readonly below: number;
  readonly work: Work;
};

/** Options already taken further up, by choice. Their effort is counted there. */
type Taken = ReadonlyMap<number, number>;

/**
 * What the root can be brought to, such that all that a clause says of points and gates holds, worked out bottom up. A choice that moves
 * criteria in several places is settled at the lowest node above them all: below it, one option of it after the other is taken as given.
 */
export function rootReaches(search: ReachSearch): readonly Reach[] {
  const { problem, clause, options, below, work } = search;
  const { tree, now, choices } = problem;
  const literals = [...clause.values()];
  const gates = new Map(literals.flatMap((literal) => (literal.kind === "gate" ? [[literal.node, literal.open] as const] : [])));
  const termsOf = (node: TreeNode): PointsTerm[] =>
    literals.flatMap((literal) => (literal.kind === "points" && literal.node === node.index ? [literal] : []));
  const known = new Map<string, readonly Reach[]>();

  /** `everyValue`: more points may be worse for something further up. */
  const reachesOf = (node: TreeNode, taken: Taken, everyValue: boolean): readonly Reach[] => {
    if (problem.isFixed(node)) return [reachAt(columnAt(now.nodes, node), 0, 0, null)];
    const place = [node.index, ...problem.choicesBelow(node).map((choice) => taken.get(choice) ?? "")].join();
    const before = known.get(place);
    if (before !== undefined) return before;

    const terms = termsOf(node);
    const everyOwn = everyValue || terms.some(({ wanted }) => wanted === "short" || wanted === "notMet");
    const ungated = node.source.kind === "criterion" ? leafReaches(node, taken) : groupReaches(node, taken, everyOwn);
    const gated = gates.get(node.index) === false ? ungated.map((reach) => ({ ...reach, value: 0, alike: HAS_POINTS })) : ungated;
    const held = gated.filter(({ alike, value }) => terms.every((term) => holdsFor(alike === HAS_POINTS ? value : Number.NaN, term, now.decimals)));
    const reaches = best(held, everyValue);
    known.set(place, reaches);
    return reaches;
  };

  const leafReaches = (leaf: TreeNode, taken: Taken): Reach[] => {
    const points = problem.pointsByOption(leaf);
    const [choice] = problem.choicesBelow(leaf);
    // What it gives changes through its gates alone.
    if (choice === undefined) return [reachAt(points, 0, 0, null)];
    const given = taken.get(choice);
    if (given !== undefined) return [reachAt(points, given, 0, null)];
    return (options[choice] ?? []).flatMap((option) => {
      const effort = effortOf(choice, option);
      return effort < below ? [reachAt(points, option, effort, { choice, option })] : [];
    });
  };

  const groupReaches = (node: TreeNode, taken: Taken, everyValue: boolean): readonly Reach[] => {
    const { source } = node;
    if (source.kind === "criterion") return [];
    const settings = settingsOf(problem.settledAt(node));
    const reaches = settings.flatMap((setting) => {
      const given = new Map([...taken, ...setting.taken]);
      const parts = node.children.map((child): Part => {
        const counts = !usesWeights(source.combine) || child.weight > 0;
        return { reaches: reachesOf(child, given, everyValue && counts), weight: child.weight };
      });
      const combined = combineReaches(source, parts, everyValue, { below: below - setting.effort, work });
      return setting.picks === null
        ? combined
        : combined.map((reach) => ({ ...reach, effort: reach.effort + setting.effort, picks: withPicks(setting.picks, reach.picks) }));
    });
    return settings.length === 1 ? reaches : best(reaches, everyValue);
  };

  /** Every way to take an option of each of some choices. */
  const settingsOf = (settled: readonly number[]): Setting[] => {
    let settings: Setting[] = [{ taken: [], effort: 0, picks: null }];
    for (const choice of settled) {
      settings = settings.flatMap((setting) =>
        (options[choice] ?? []).flatMap((option) => {
          const effort = setting.effort + effortOf(choice, option);
          if (effort >= below) return [];
          return [{ taken: [...setting.taken, [choice, option] as const], effort, picks: withPicks(setting.picks, { choice, option }) }];
        }),
      );
    }
    work(settings.length);
    return settings;
  };

  const best = (reaches: readonly Reach[], everyValue: boolean): readonly Reach[] => {
    const kept = new BestReaches(everyValue, work);
    for (const reach of reaches) kept.keep(reach);
    return kept.all();
  };

  const effortOf = (choice: number, option: number): number => choices[choice]?.options[option]?.effort ?? 0;
  const root = tree.nodes[0];
  return root === undefined ? [] : reachesOf(root, new Map(), false);
}

type Setting = { readonly taken: readonly (readonly [choice: number, option: number])[]; readonly effort: number; readonly picks: Picks };

function reachAt({ points, status }: NodeColumn, row: number, effort: number, picks: Picks): Reach {
  const value = points[row] ?? Number.NaN;
  if (!Number.isNaN(value)) return { effort, value, alike: HAS_POINTS, picks };
  return { effort, value: 0, alike: status[row] === UNSCORED_STATUS ? UNSCORED : LEFT_OUT, picks };
}
