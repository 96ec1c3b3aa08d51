import { UNSEEN } from "../shared/unseen";
import type { Program } from "./program";
import { error, type ProgramIssue } from "./program-issue";
import { nodePaths, type ScoreTree } from "./score-tree";

type Named = { readonly path: string; readonly name: string };

// A letter, a digit, a mark or a symbol: blanks of no width are not \s.
const SOMETHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether everybody can read what each part is called: not by blanks alone, nor with characters that are not seen or turn others around. */
export function checkNames(program: Program, tree: ScoreTree): ProgramIssue[] {
  return namesOf(program, tree).flatMap(({ path, name }) => {
    if (!SOMETHING_SEEN.test(name)) return [error(path, { code: "name_blank" })];
    return UNSEEN.test(name) ? [error(path, { code: "name_not_seen" })] : [];
  });
}

function namesOf({ name, metrics, tiers, entitlements }: Program, tree: ScoreTree): Named[] {
  const paths = nodePaths(tree);
  return [
    { path: "name", name },
    ...metrics.map((metric) => ({ path: `metrics.${metric.key}`, name: metric.name })),
    ...tree.nodes.map(({ index, source }) => ({ path: paths[index] ?? "score", name: source.name })),
    ...tiers.map((tier) => ({ path: `tiers.${tier.key}`, name: tier.name })),
    ...(entitlements?.benefits ?? []).flatMap((benefit) => {
      const levels = benefit.type === "level" ? benefit.levels : [];
      return [benefit, ...levels].map((named) => ({ path: `entitlements.${benefit.key}`, name: named.name }));
    }),
  ];
}
