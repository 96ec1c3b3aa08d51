import { mostPoints } from "./attainable-points";
import { checkConditionTerms, obstacleTo } from "./check-condition-terms";
import { checkCurve } from "./check-curve";
import type { Condition, Program, ScoreNode } from "./program";
import { error, type ProgramIssue, warning } from "./program-issue";
import { needs, nodePaths, type ScoreTree, type TreeNode, usesWeights } from "./score-tree";

export const MAX_TREE_DEPTH = 10;

/** The least weight above zero: the means divide by weights and points, which must not come to nothing or to infinity. */
const LEAST_WEIGHT = 1e-6;

/** Issues of the score tree, node by node in document order. */
export function checkScore(program: Program, tree: ScoreTree): ProgramIssue[] {
  const paths = nodePaths(tree);
  return tree.nodes.flatMap((node) => checkNode(node, paths[node.index] ?? "score", program, tree));
}

/** The path of the first node that makes the tree too deep to be looked at node by node; null where none does. */
export function findTooDeep(node: ScoreNode, path = "score", depth = 1): string | null {
  if (depth > MAX_TREE_DEPTH) return path;
  if (node.kind === "criterion") return null;
  for (const child of node.children) {
    const found = findTooDeep(child, `${path}.${child.key}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function checkNode(node: TreeNode, path: string, program: Program, tree: ScoreTree): ProgramIssue[] {
  const { source } = node;
  const parent = tree.nodes[node.parent]?.source;
  const issues: ProgramIssue[] = [];
  if (tree.find(source.key) !== node) issues.push(error(path, { code: "duplicate_key", what: "node", key: source.key }));
  const { weight } = source;
  if (weight > 0 && weight < LEAST_WEIGHT) issues.push(error(path, { code: "weight_too_small", weight, least: LEAST_WEIGHT }));
  const most = mostPoints(source);
  if (most > 100 && !(parent?.kind === "group" && parent.combine === "sum")) issues.push(error(path, { code: "points_above_100", most }));
  if (source.kind === "group") return [...issues, ...checkGroup(node, source, path, program, tree)];

  const metric = program.metrics.find(({ key }) => key === source.metric);
  if (metric === undefined) issues.push(error(path, { code: "unknown_metric", metric: source.metric }));
  if (source.missing.rule === "reweight" && parent?.kind === "group" && !usesWeights(parent.combine)) {
    issues.push(warning(path, { code: "reweight_without_weights" }));
  }
  return [...issues, ...checkCurve(source.curve, metric, path)];
}

function checkGroup(node: TreeNode, group: Extract<ScoreNode, { kind: "group" }>, path: string, program: Program, tree: ScoreTree): ProgramIssue[] {
  const issues: ProgramIssue[] = [];
  if (usesWeights(group.combine) && group.children.every(({ weight }) => weight === 0)) issues.push(error(path, { code: "weights_all_zero" }));
  if (group.cap !== undefined && group.combine !== "sum") issues.push(error(path, { code: "cap_without_sum" }));
  const { gate } = group;
  if (gate === undefined) return issues;
  const gated = gate.zeroes === undefined ? node : node.children.find(({ source }) => source.key === gate.zeroes);
  if (gated === undefined) issues.push(error(path, { code: "unknown_child", child: gate.zeroes ?? "" }));
  else if (dependsOnItself(gated, tree)) issues.push(error(path, { code: "gate_depends_on_itself" }));
  if (asksForScore(gate.requires)) issues.push(error(path, { code: "gate_uses_score" }));
  issues.push(...checkConditionTerms(gate.requires, path, program, tree));
  const obstacle = obstacleTo(gate.requires, tree, program.scoreDecimals);
  if (obstacle !== null) issues.push(error(path, { code: "gate_never_met", ...obstacle }));
  return issues;
}

function asksForScore(condition: Condition): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return condition.of.some(asksForScore);
    case "not":
      return asksForScore(condition.condition);
    default:
      return condition.kind === "score";
  }
}

/** Whether a node's points lead back to themselves through gates. */
function dependsOnItself(start: TreeNode, tree: ScoreTree): boolean {
  const seen = new Set<TreeNode>();
  const waiting = [...needs(start, tree.find)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === start) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    waiting.push(...needs(node, tree.find));
  }
  return false;
}
