import type { Criterion, Group, Program, ScoreNode } from "./program";
import { withoutUndefined } from "./without-undefined";

/** A node with the group that holds it, and its place there; the root is held by none. */
export type PlacedNode = { readonly node: ScoreNode; readonly group: Group | null; readonly place: number; readonly depth: number };

/** Every node in document order. */
export function placedNodes(score: ScoreNode, group: Group | null = null, place = 0, depth = 0): PlacedNode[] {
  const own: PlacedNode = { node: score, group, place, depth };
  return score.kind === "group" ? [own, ...score.children.flatMap((child, i) => placedNodes(child, score, i, depth + 1))] : [own];
}

export function placedNode(score: ScoreNode, key: string): PlacedNode | null {
  return placedNodes(score).find(({ node }) => node.key === key) ?? null;
}

/** The program with a node replaced by what `change` makes of it. Nothing happens where there is none. */
export function editNode(program: Program, key: string, change: (node: ScoreNode) => ScoreNode): Program {
  return { ...program, score: mapped(program.score, key, change) };
}

export function editCriterion(program: Program, key: string, change: Partial<Criterion>): Program {
  return editNode(program, key, (node) => (node.kind === "criterion" ? { ...node, ...change } : node));
}

export function editGroup(program: Program, key: string, change: Partial<Group>): Program {
  return editNode(program, key, (node) => (node.kind === "group" ? withoutUndefined({ ...node, ...change }) : node));
}

/** The program without a node and all below it. The root stays, and so does a group's last child: a group of nothing is no group. */
export function removeNode(program: Program, key: string): Program {
  const placed = placedNode(program.score, key);
  if (placed?.group == null || placed.group.children.length === 1) return program;
  return editGroup(program, placed.group.key, { children: placed.group.children.filter((child) => child.key !== key) });
}

/** The program with a node in a group, at a place among its children; beyond the last it is the last. */
export function addNode(program: Program, group: string, node: ScoreNode, place = Number.POSITIVE_INFINITY): Program {
  const found = placedNode(program.score, group)?.node;
  return found?.kind === "group" ? editGroup(program, group, { children: inserted(found.children, node, place) }) : program;
}

/** Moves a node with all below it to a group and a place there. Nothing happens into itself, or when its own group would be left empty. */
export function moveNode(program: Program, key: string, group: string, place: number): Program {
  const placed = placedNode(program.score, key);
  if (placed === null || placedNode(placed.node, group) !== null) return program;
  const without = removeNode(program, key);
  return without === program ? program : addNode(without, group, placed.node, place);
}

/** Up (−1) or down (+1) among its siblings. */
export function shiftNode(program: Program, key: string, by: -1 | 1): Program {
  const placed = placedNode(program.score, key);
  if (placed?.group == null) return program;
  const place = placed.place + by;
  if (place < 0 || place >= placed.group.children.length) return program;
  return editGroup(program, placed.group.key, { children: shifted(placed.group.children, placed.place, place) });
}

/** A key that is not taken: "revenue_points", "revenue_points_2" … */
export function freeKey(wanted: string, taken: readonly string[]): string {
  const base = wanted.slice(0, 60);
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

export function shifted<Value>(values: readonly Value[], from: number, to: number): Value[] {
  const moved = values.slice(from, from + 1);
  const rest = values.filter((_, place) => place !== from);
  return [...rest.slice(0, to), ...moved, ...rest.slice(to)];
}

function inserted(children: readonly ScoreNode[], node: ScoreNode, place: number): ScoreNode[] {
  return [...children.slice(0, place), node, ...children.slice(place)];
}

function mapped(node: ScoreNode, key: string, change: (node: ScoreNode) => ScoreNode): ScoreNode {
  if (node.key === key) return change(node);
  if (node.kind === "criterion") return node;
  const children = node.children.map((child) => mapped(child, key, change));
  return children.every((child, place) => child === node.children[place]) ? node : { ...node, children };
}

/** The place of a node by keys, as issues name it: "score.performance.revenue"; null where there is none. */
export function nodePath(score: ScoreNode, key: string): string | null {
  return score.key === key ? "score" : pathBelow(score, key, "score");
}

function pathBelow(node: ScoreNode, key: string, path: string): string | null {
  if (node.kind === "criterion") return null;
  for (const child of node.children) {
    const own = `${path}.${child.key}`;
    const found = child.key === key ? own : pathBelow(child, key, own);
    if (found !== null) return found;
  }
  return null;
}
