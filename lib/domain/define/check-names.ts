import { UNSEEN } from "../shared/unseen";
import type { Program, ScoreNode } from "./program";
import { error, type ProgramIssue } from "./program-issue";

type Named = { readonly path: string; readonly name: string };

// A letter, a digit, a mark or a symbol: blanks of no width are not \s.
const SOMETHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether everybody can read what each part is called: not by blanks alone, nor with characters that are not seen or turn others around. */
export function checkNames(program: Program): ProgramIssue[] {
  return namesOf(program).flatMap(({ path, name }) => {
    if (!SOMETHING_SEEN.test(name)) return [error(path, { code: "name_blank" })];
    return UNSEEN.test(name) ? [error(path, { code: "name_not_seen" })] : [];
  });
}

function namesOf({ name, metrics, score, tiers, entitlements }: Program): Named[] {
  return [
    { path: "name", name },
    ...metrics.map((metric) => ({ path: `metrics.${metric.key}`, name: metric.name })),
    ...nodeNames(score, "score"),
    ...tiers.map((tier) => ({ path: `tiers.${tier.key}`, name: tier.name })),
    ...(entitlements?.benefits ?? []).flatMap((benefit) => {
      const levels = benefit.type === "level" ? benefit.levels : [];
      return [benefit, ...levels].map((named) => ({ path: `entitlements.${benefit.key}`, name: named.name }));
    }),
  ];
}

function nodeNames(node: ScoreNode, path: string): Named[] {
  const children = node.kind === "group" ? node.children : [];
  return [{ path, name: node.name }, ...children.flatMap((child) => nodeNames(child, `${path}.${child.key}`))];
}
