import type { Program, ScoreNode } from "@/lib/domain/define/program";

/** Names of the score's nodes by key, in document order, parents before children. */
export function nodeNames({ score }: Program): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (node: ScoreNode): void => {
    names.set(node.key, node.name);
    if (node.kind === "group") node.children.forEach(visit);
  };
  visit(score);
  return names;
}
