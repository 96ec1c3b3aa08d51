import { defaultProgram } from "../../../lib/domain/define/default-program";
import type { Criterion, Group, Program, ScoreNode } from "../../../lib/domain/define/program";

/** The default program with something in every field that a program can have. */
export function fullProgram(): Program {
  return {
    ...defaultProgram("USD"),
    exchangeRates: [
      { currency: "EUR", rate: 1.1 },
      { currency: "GBP", rate: 1.3 },
    ],
    programYearStartMonth: 7,
    readings: { kind: "monthEnds", last: 6 },
    robustness: { spreadPercent: 20, solidFromPercent: 90 },
    effort: [
      { metric: "revenue", step: 10_000, effort: 5, leadDays: { first: 30, each: 10 }, mostSteps: 50 },
      { metric: "certified_people", step: 1, effort: 3, leadDays: { first: 20, each: 5 }, mostSteps: 10 },
    ],
  };
}

/** The score with each node replaced by what `change` makes of it, its children first; null takes it out. */
export function mapNodes(score: ScoreNode, change: (node: ScoreNode) => ScoreNode | null): ScoreNode {
  const mapped = (node: ScoreNode): ScoreNode | null =>
    change(node.kind === "criterion" ? node : { ...node, children: node.children.flatMap((child) => mapped(child) ?? []) });
  const root = mapped(score);
  if (root === null) throw new Error("a program has a score");
  return root;
}

export function nodesOf(score: ScoreNode): readonly ScoreNode[] {
  return score.kind === "criterion" ? [score] : [score, ...score.children.flatMap(nodesOf)];
}

export function groupsOf(score: ScoreNode): readonly Group[] {
  return nodesOf(score).flatMap((node) => (node.kind === "group" ? [node] : []));
}

export const winRate: Criterion = {
  kind: "criterion",
  key: "win_rate",
  name: "Win rate",
  weight: 10,
  metric: "growth",
  curve: { kind: "linear", zeroAt: 0, fullAt: 50 },
  missing: { rule: "reweight" },
};

/** A program in which a node is changed. */
export function withNode(program: Program, key: string, change: Partial<Criterion> | Partial<Group>): Program {
  return { ...program, score: mapNodes(program.score, (node) => (node.key === key ? ({ ...node, ...change } as ScoreNode) : node)) };
}

/** A program without a node. */
export function withoutNode(program: Program, key: string): Program {
  return { ...program, score: mapNodes(program.score, (node) => (node.key === key ? null : node)) };
}

/** A program with a node at the end of a group. */
export function withChild(program: Program, group: string, child: ScoreNode): Program {
  const score = mapNodes(program.score, (node) =>
    node.kind === "group" && node.key === group ? { ...node, children: [...node.children, child] } : node,
  );
  return { ...program, score };
}

export function nodeNamed(program: Program, key: string): ScoreNode {
  const node = nodesOf(program.score).find((candidate) => candidate.key === key);
  if (node === undefined) throw new Error(`the program has no node "${key}"`);
  return node;
}

/** A program in which a node stands at the end of another group. */
export function withNodeIn(program: Program, key: string, group: string): Program {
  return withChild(withoutNode(program, key), group, nodeNamed(program, key));
}
