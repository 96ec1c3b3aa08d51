import { formatShare, formatStated } from "@/components/format/number";
import type { Place, ProgramChange } from "@/lib/domain/define/diff-programs";
import { type Criterion, DEFAULT_CAP, type Group, type ScoreNode } from "@/lib/domain/define/program";
import { type TreeNode, usesWeights } from "@/lib/domain/define/score-tree";
import { type ChangeSide, type ChangeSides, metricNameIn, restated, shiftWords } from "./change-side";
import { gateWords } from "./condition-words";
import { curveWords, withoutDataWords } from "./curve-words";
import { combineWords } from "./rule-words";

/** What has changed of a node of the score; null where a key is used twice, and it cannot be said of which. */
export function nodeChangeWords(change: ProgramChange, { before, after }: ChangeSides): string | null {
  const [was, is] = [before.tree.find(change.key), after.tree.find(change.key)];
  if (change.statement === null) {
    if (change.kind === "added") return is && addedWords(is, after);
    if (change.kind === "removed") return was && removedWords(was, before);
    return is && change.kind === "moved" ? movedWords(is, change.before, change.after, { before, after }) : null;
  }
  if (was === null || is === null) return null;
  if (change.statement === "weight") return weightWords(was, is, { before, after });
  if (change.statement === "name") return `${was.source.name} is now called ${is.source.name}.`;
  if (was.source.kind === "criterion" && is.source.kind === "criterion")
    return criterionWords(change.statement, was.source, is.source, { before, after });
  if (was.source.kind === "group" && is.source.kind === "group") return groupWords(change.statement, was.source, is.source, { before, after });
  return restated(is.source.name, ruleWords(was.source, before), ruleWords(is.source, after));
}

function addedWords(node: TreeNode, side: ChangeSide): string {
  const parent = parentOf(node, side);
  const share = shareWords(node, side);
  const weight = share === null ? "" : `, weight ${formatStated(node.source.weight)} (${share})`;
  return `New ${node.source.kind} ${node.source.name}${parent === null ? "" : ` in ${parent.name}`}${weight}: ${ruleWords(node.source, side)}.`;
}

function removedWords(node: TreeNode, side: ChangeSide): string {
  const parent = parentOf(node, side);
  const share = shareWords(node, side);
  const where = parent === null ? "" : ` in ${parent.name}`;
  return `The ${node.source.kind} ${node.source.name}${where} is gone${share === null ? "" : `; it had ${share}`}.`;
}

function movedWords(node: TreeNode, from: Place, to: Place, { before, after }: ChangeSides): string {
  const { source } = node;
  const what = `The ${source.kind} ${source.name}`;
  const wasNode = before.tree.find(source.key);
  const [was, is] = [parentOf(wasNode, before), parentOf(node, after)];
  if (from.list !== to.list) {
    const way = `${was === null ? "" : ` from ${was.name}`} to ${is === null ? "the top" : is.name}`;
    return `${what} moves${way}${wasNode === null ? "" : sharesWords(shareOf(wasNode, before), shareOf(node, after))}.`;
  }
  const behind = to.behind === null ? null : (after.names.nodes[to.behind] ?? to.behind);
  return `${what} now comes ${behind === null ? "first" : `after ${behind}`}${is === null ? "" : ` in ${is.name}`}.`;
}

/** The share of the whole score says more than the weight, which is relative to those of its siblings. */
function weightWords(was: TreeNode, is: TreeNode, { before, after }: ChangeSides): string {
  const weights = `Weight of ${is.source.name}: ${formatStated(was.source.weight)} → ${formatStated(is.source.weight)}`;
  const share = shareOf(is, after);
  return `${weights}${share === null ? ", which counts for nothing where it stands" : sharesWords(shareOf(was, before), share)}.`;
}

/** " (30% → 27.8% of the score)"; nothing where it has no share. */
function sharesWords(was: Share | null, is: Share | null): string {
  if (is === null) return "";
  if (was === null) return ` (${sharePhrase(is)})`;
  return was.of === is.of ? ` (${formatShare(was.share, 1)} → ${sharePhrase(is)})` : ` (${sharePhrase(was)} → ${sharePhrase(is)})`;
}

type Share = { readonly share: number; readonly of: string };

/** The share of the score, or of the node's group where the score is not a matter of weights all the way; null where no weight counts. */
function shareOf(node: TreeNode, { tree }: ChangeSide): Share | null {
  const parent = tree.nodes[node.parent];
  if (parent === undefined || !isWeighted(parent)) return null;
  const isWeightedToTop = ancestorsOf(parent, tree.nodes).every(isWeighted);
  if (isWeightedToTop) return { share: node.nominalShare, of: "the score" };
  const weightSum = parent.children.reduce((sum, { weight }) => sum + weight, 0);
  return { share: weightSum === 0 ? 0 : node.weight / weightSum, of: parent.source.name };
}

function ancestorsOf(node: TreeNode, nodes: readonly TreeNode[]): readonly TreeNode[] {
  const parent = nodes[node.parent];
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent, nodes)];
}

function isWeighted({ source }: TreeNode): boolean {
  return source.kind === "group" && usesWeights(source.combine);
}

function sharePhrase({ share, of }: Share): string {
  return `${formatShare(share, 1)} of ${of}`;
}

function shareWords(node: TreeNode, side: ChangeSide): string | null {
  const share = shareOf(node, side);
  return share && sharePhrase(share);
}

function parentOf(node: TreeNode | null, { tree }: ChangeSide): ScoreNode | null {
  return (node && tree.nodes[node.parent]?.source) ?? null;
}

function criterionWords(statement: string, was: Criterion, is: Criterion, { before, after }: ChangeSides): string | null {
  switch (statement) {
    case "metric":
      return shiftWords(`${is.name} is measured by`, metricNameIn(before, was.metric), metricNameIn(after, is.metric));
    case "curve":
      return restated(`Points of ${is.name}`, curveOf(was, before), curveOf(is, after));
    case "missing":
      return restated(`${is.name} without data`, withoutDataWords(was.missing), withoutDataWords(is.missing));
    default:
      return null;
  }
}

function groupWords(statement: string, was: Group, is: Group, { before, after }: ChangeSides): string | null {
  switch (statement) {
    case "combine":
      return restated(`How ${is.name} is made of its parts`, combineWords(was.combine), combineWords(is.combine));
    case "cap":
      return shiftWords(`Most points of ${is.name}`, formatStated(was.cap ?? DEFAULT_CAP), formatStated(is.cap ?? DEFAULT_CAP));
    case "gate":
      return restated(`Gate of ${is.name}`, was.gate ? gateWords(was.gate, before.names) : null, is.gate ? gateWords(is.gate, after.names) : null);
    default:
      return null;
  }
}

/** What a node's points are made of, in one phrase. */
function ruleWords(node: ScoreNode, side: ChangeSide): string {
  if (node.kind === "criterion") return `${metricNameIn(side, node.metric)}, ${curveOf(node, side).replace(/\.$/, "")}`;
  const gate = node.gate === undefined ? "" : `, ${gateWords(node.gate, side.names)}`;
  return `${combineWords(node.combine)}${node.cap === undefined ? "" : `, at most ${formatStated(node.cap)} points`}${gate}`;
}

function curveOf({ metric: key, curve }: Criterion, { names }: ChangeSide): string {
  return curveWords(curve, names.metrics[key]?.unit ?? "number", names.currency);
}
