import type { Criterion, Program } from "../define/program";
import type { ScoreTree } from "../define/score-tree";
import type { NodeColumn } from "../score/node-columns";
import type { Population } from "../score/population";
import { scoreCriterion } from "../score/score-columns";
import { canonicalJson } from "../shared/canonical-json";

/**
 * What criteria make of a population, remembered from one trial of rules to the next: most edits leave most criteria as they are, and
 * putting every value on its curve is the larger part of an evaluation. It forgets what the last trial did not use.
 */
export function leafMemory({ readings }: Population): (program: Program, tree: ScoreTree) => readonly (readonly (NodeColumn | null)[])[] {
  let known = new Map<string, readonly NodeColumn[]>();
  return (program, { nodes }) => {
    const used = new Map<string, readonly NodeColumn[]>();
    const columns = nodes.map(({ source }) => {
      if (source.kind === "group") return null;
      const content = contentOf(source, program);
      const own = known.get(content) ?? readings.map(({ table }) => scoreCriterion(source, program, table));
      used.set(content, own);
      return own;
    });
    known = used;
    return readings.map((_, reading) => columns.map((own) => own?.[reading] ?? null));
  };
}

/** All that the points of a criterion depend on. */
function contentOf({ metric, curve, missing }: Criterion, { metrics }: Program): string {
  return canonicalJson({ metric, curve, missing, betterWhen: metrics.find(({ key }) => key === metric)?.betterWhen ?? null });
}
