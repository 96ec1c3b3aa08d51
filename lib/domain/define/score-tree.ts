import type { Combine, Condition, ScoreNode } from "./program";

/** A node of the score tree, addressed by its place in document order (parents before children; the root is 0). */
export type TreeNode = {
  readonly index: number;
  /** -1 for the root. */
  readonly parent: number;
  readonly source: ScoreNode;
  readonly children: readonly TreeNode[];
  /** Weight among its siblings; 1 below a group that does not use weights. 0 takes no part. */
  readonly weight: number;
  /** Share of the whole score's weight, before any reweighting, 0 to 1. */
  readonly nominalShare: number;
  /** Conditions that must all be met, or the node scores 0: its own gate and those of its parent that name it. */
  readonly gates: readonly Condition[];
};

export type ScoreTree = {
  /** Document order. */
  readonly nodes: readonly TreeNode[];
  /** Every node after its children and after the nodes that its gates look at. */
  readonly order: readonly TreeNode[];
  /** Null when the program has no such node. */
  readonly find: (key: string) => TreeNode | null;
};

/** Whether a group's children count by their weights; in the others every child counts alike. */
export function usesWeights(combine: Combine): boolean {
  return combine === "arithmetic" || combine === "geometric" || combine === "harmonic";
}

export function scoreTree(score: ScoreNode): ScoreTree {
  const nodes: TreeNode[] = [];
  const root = plant(score, null, 1, 1, nodes);
  const byKey = new Map(nodes.map((node) => [node.source.key, node]));
  const find = (key: string) => byKey.get(key) ?? null;
  return { nodes, order: evaluationOrder(root, find), find };
}

/** Where each node stands, in document order: "score" for the root, then the keys on the way down. */
export function nodePaths({ nodes }: ScoreTree): readonly string[] {
  const paths: string[] = [];
  for (const { parent, source } of nodes) paths.push(parent < 0 ? "score" : `${paths[parent]}.${source.key}`);
  return paths;
}

function plant(source: ScoreNode, parent: TreeNode | null, weight: number, nominalShare: number, nodes: TreeNode[]): TreeNode {
  const children: TreeNode[] = [];
  const node = { index: nodes.length, parent: parent?.index ?? -1, source, children, weight, nominalShare, gates: gatesOf(source, parent) };
  nodes.push(node);
  if (source.kind === "group") {
    const weights = source.children.map((child) => (usesWeights(source.combine) ? child.weight : 1));
    const weightSum = weights.reduce((sum, childWeight) => sum + childWeight, 0);
    source.children.forEach((child, i) => {
      const childWeight = weights[i] ?? 0;
      children.push(plant(child, node, childWeight, weightSum === 0 ? 0 : (nominalShare * childWeight) / weightSum, nodes));
    });
  }
  return node;
}

function gatesOf(source: ScoreNode, parent: TreeNode | null): Condition[] {
  const own = source.kind === "group" && source.gate !== undefined && source.gate.zeroes === undefined ? [source.gate.requires] : [];
  const above = parent?.source.kind === "group" ? parent.source.gate : undefined;
  return above?.zeroes === source.key ? [...own, above.requires] : own;
}

/** The keys of the nodes that a condition looks at. */
export function nodesOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return condition.of.flatMap(nodesOf);
    case "not":
      return nodesOf(condition.condition);
    case "node":
    case "leavesAbove":
      return [condition.node];
    default:
      return [];
  }
}

/**
 * Depth first: children, then what the gates look at, then the node. A gate that looks at its own result is an issue found before
 * publishing (check-gates.ts); here such a reference is passed over.
 */
function evaluationOrder(root: TreeNode, find: ScoreTree["find"]): TreeNode[] {
  const order: TreeNode[] = [];
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode) => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const needed of needs(node, find)) visit(needed);
    order.push(node);
  };
  visit(root);
  return order;
}

/** The nodes that must be known before `node` is. */
export function needs(node: TreeNode, find: ScoreTree["find"]): readonly TreeNode[] {
  const lookedAt = node.gates.flatMap(nodesOf).flatMap((key) => find(key) ?? []);
  return [...node.children, ...lookedAt];
}

/** The criteria at and below a node, in document order. */
export function leavesOf(node: TreeNode): readonly TreeNode[] {
  return node.source.kind === "criterion" ? [node] : node.children.flatMap(leavesOf);
}
