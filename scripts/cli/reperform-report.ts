import type { ReperformedRun } from "@/lib/contracts/reperformed-run";

/** What evaluating a run again found, in a line, and the first decisions that differ. */
export function reperformReport(found: ReperformedRun): string {
  const { run, partners, stored, engineVersion, inputs, decisions, evaluation, resultHash, differing, differences, milliseconds } = found;
  const asBefore = (intact: boolean) => (intact ? "as they were" : "CHANGED");
  const again = resultHash.evaluated === null ? "NOT POSSIBLE" : evaluation ? "the same" : "DIFFERENT";
  const counted = stored === partners ? `${partners} partners` : `${partners} partners of which ${stored} are stored`;
  const verdict = `Run ${run}, ${counted}, engine ${engineVersion}: inputs ${asBefore(inputs)}, decisions ${asBefore(decisions)}, evaluated again ${again}. ${milliseconds} ms.`;
  if (differing === null || differing === 0) return verdict;
  const code = Math.max(...differences.map(({ partner }) => partner.code.length));
  const lines = differences.map(({ partner, path, ...values }) => {
    const place = path === "" ? "the decision" : path;
    return `  ${partner.code.padEnd(code)}  ${place}: ${values.stored ?? "nothing"} stored, ${values.evaluated ?? "nothing"} evaluated`;
  });
  const more = differing > differences.length ? [`  and ${differing - differences.length} more`] : [];
  return [verdict, `${differing} ${differing === 1 ? "decision differs" : "decisions differ"}:`, ...lines, ...more].join("\n");
}
