import type { MetricDefinition } from "@/lib/domain/define/metric";
import { NO_NARROWING, readFactCodes } from "./fact-filter";
import type { MetricRequest, MetricValues } from "./metric-request";
import { readPosFigures } from "./pos-figures";
import { judgePos, type PosSource } from "./pos-judge";
import { NO_LINES, PosMeasures } from "./pos-measure";
import type { ProgramMoney } from "./program-money";
import { sourceRange } from "./source-range";

export type PosMetric = Pick<MetricDefinition, "key"> & { readonly source: PosSource };

const POS_KINDS: ReadonlySet<string> = new Set<PosSource["kind"]>([
  "posRevenue",
  "posUnits",
  "posGrowth",
  "posShare",
  "posVelocity",
  "activeRegions",
  "activeMonths",
]);

export function isPosSource(source: MetricDefinition["source"]): source is PosSource {
  return POS_KINDS.has(source.kind);
}

/** All POS metrics of a program together, by metric key; `within` narrows them all. @throws AppError unprocessable for an unknown code or a currency without a rate */
export async function collectPos(
  request: MetricRequest,
  metrics: readonly PosMetric[],
  money: ProgramMoney,
  within = NO_NARROWING,
): Promise<Map<string, MetricValues>> {
  if (metrics.length === 0) return new Map();
  const codes = await readFactCodes(request);
  const measures = new PosMeasures();
  const judges = metrics.map(({ key, source }) => ({
    key,
    judge: judgePos(key, source, sourceRange(source, request.asOf, request.program), { measures, codes, money, within }),
  }));
  const figures = await readPosFigures(request, measures.all);
  return new Map(
    judges.map(({ key, judge }) => [key, new Map([...figures].map(([partner, own]) => [partner, judge((measure) => own[measure] ?? NO_LINES)]))]),
  );
}
