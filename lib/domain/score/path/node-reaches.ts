import { type TreeNode, usesWeights } from "../../define/score-tree";
import { columnAt, type NodeColumn, UNSCORED as UNSCORED_STATUS } from "../node-columns";
import { bestOf } from "./best-reaches";
import { type Clause, holdsFor, type PointsTerm } from "./clause";
import { combineReaches, type Part } from "./combine-reaches";
import type { PathProblem } from "./path-problem";
import { HAS_POINTS, LEFT_OUT, type Picks, type Reach, UNSCORED, withPicks } from "./reach";
import type { Work } from "./work-limit";

/** Options already taken further up, by choice. Their effort is counted there. */
export type Taken = ReadonlyMap<number, number>;

/** One way to take some choices for all that is below a node. */
export type Setting = { readonly taken: Taken; readonly effort: number; readonly picks: Picks };

export type NodeSearch = {
  readonly problem: PathProblem;
  /** Which gates are taken as open. */
  readonly clause: Clause;
  /** What the points of a node must be. */
  readonly termsOf: (node: TreeNode) => readonly PointsTerm[];
  /** The reaches of a criterion whose choice is not taken yet. */
  readonly openReaches: (leaf: TreeNode, choice: number) => readonly Reach[];
  /** The ways to take the choices that are settled at a node, given those taken: one where none is. */
  readonly settingsAt: (node: TreeNode, taken: Taken) => readonly Setting[];
  /** Reaches from this effort on are of no use. */
  readonly below: number;
  readonly work: Work;
};

/** `everyValue`: more points may be worse for something further up, so that every value is kept. */
export type ReachesOf = (node: TreeNode, taken: Taken, everyValue: boolean) => readonly Reach[];

/** To work out a node takes as long as to look at so many reaches. */
const NODE_WORK = 50;

/** What nodes can be brought to, worked out bottom up and once for the same options taken below. */
export function nodeReaches({ problem, clause, termsOf, openReaches, settingsAt, below, work }: NodeSearch): ReachesOf {
  const { now } = problem;
  const gates = new Map([...clause.values()].flatMap((literal) => (literal.kind === "gate" ? [[literal.node, literal.open] as const] : [])));
  const known = new Map<string, readonly Reach[]>();

  const reachesOf: ReachesOf = (node, taken, everyValue) => {
    if (problem.isFixed(node)) return [reachAt(columnAt(now.nodes, node), 0, 0, null)];
    const place = [node.index, ...problem.choicesBelow(node).map((choice) => taken.get(choice) ?? "")].join();
    const before = known.get(place);
    if (before !== undefined) return before;

    work(NODE_WORK);
    const terms = termsOf(node);
    const everyOwn = everyValue || terms.some(({ wanted }) => wanted === "short" || wanted === "notMet");
    const ungated = node.source.kind === "criterion" ? leafReaches(node, taken) : groupReaches(node, taken, everyOwn);
    const gated = gates.get(node.index) === false ? ungated.map((reach) => ({ ...reach, value: 0, alike: HAS_POINTS })) : ungated;
    const isHeld = ({ alike, value }: Reach) => terms.every((term) => holdsFor(alike === HAS_POINTS ? value : Number.NaN, term, now.decimals));
    const reaches = bestOf(terms.length === 0 ? gated : gated.filter(isHeld), everyValue, work);
    known.set(place, reaches);
    return reaches;
  };

  const leafReaches = (leaf: TreeNode, taken: Taken): readonly Reach[] => {
    const [choice] = problem.choicesBelow(leaf);
    // What it gives changes through its gates alone.
    if (choice === undefined) return [reachAt(problem.pointsByOption(leaf), 0, 0, null)];
    const given = taken.get(choice);
    return given === undefined ? openReaches(leaf, choice) : [reachAt(problem.pointsByOption(leaf), given, 0, null)];
  };

  const groupReaches = (node: TreeNode, taken: Taken, everyValue: boolean): readonly Reach[] => {
    const { source } = node;
    if (source.kind === "criterion") return [];
    const settings = settingsAt(node, taken);
    const reaches = settings.flatMap((setting) => {
      const parts = node.children.map((child): Part => {
        const counts = !usesWeights(source.combine) || child.weight > 0;
        return { reaches: reachesOf(child, setting.taken, everyValue && counts), weight: child.weight };
      });
      const combined = combineReaches(source, parts, everyValue, { below: below - setting.effort, work });
      return setting.picks === null
        ? combined
        : combined.map((reach) => ({ ...reach, effort: reach.effort + setting.effort, picks: withPicks(setting.picks, reach.picks) }));
    });
    return settings.length === 1 ? reaches : bestOf(reaches, everyValue, work);
  };

  return reachesOf;
}

/** The reach of the points in a row of a criterion or a node. */
export function reachAt({ points, status }: NodeColumn, row: number, effort: number, picks: Picks): Reach {
  const value = points[row] ?? Number.NaN;
  if (!Number.isNaN(value)) return { effort, value, alike: HAS_POINTS, picks };
  return { effort, value: 0, alike: status[row] === UNSCORED_STATUS ? UNSCORED : LEFT_OUT, picks };
}
