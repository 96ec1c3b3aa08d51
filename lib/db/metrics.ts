import type { Scope } from "@/lib/access/actor";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { collectCertifiedPeople } from "./metrics/certified-people";
import { latestFacts } from "./metrics/freshness";
import { knownBatches, type MetricRequest, type MetricValues } from "./metrics/metric-request";
import { collectObservation } from "./metrics/observation";
import { collectPipeline } from "./metrics/pipeline";
import { collectPos, isPosSource } from "./metrics/pos";
import { programMoney } from "./metrics/program-money";
import { sourceRange, statedDays } from "./metrics/source-range";
import { unmatchedShares } from "./metrics/unmatched";
import { collectWinRate } from "./metrics/win-rate";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type PartnerMetrics = {
  readonly metrics: Readonly<Record<string, MetricInput>>;
  /** Last business date, up to the as-of date, of any fact known about the partner; null without facts. */
  readonly latestFactOn: IsoDate | null;
  /** Share of the partner's imported rows that wait unmatched, in basis points. */
  readonly unmatchedBps: number;
};

export function metricsRepository(tx: Tx, scope: Scope) {
  return {
    /**
     * Every metric of the program for every partner of the organization, by internal partner id.
     *
     * No data is null, never zero. The rule: a windowed metric has data when the partner has a record of its kind in the window,
     * whatever the filter (a POS line; an opportunity closed; an observation); a snapshot (open pipeline, certified people), when it
     * has one dated by the as-of date. With data, a sum or count of none is zero, and a ratio on a base of zero or less is undefined.
     *
     * @throws AppError forbidden for a partner user; unprocessable naming what the program mentions and the organization lacks: a category, line, region, custom
     * metric, or an exchange rate for a currency met in the facts
     */
    async collect(at: { readonly program: Program; readonly asOf: IsoDate; readonly knownAt: number }): Promise<Map<number, PartnerMetrics>> {
      staffOnly(scope);
      const request: MetricRequest = { tx, scope, ...at, known: await knownBatches({ tx, scope, ...at }) };
      const values = await collectAll(request);
      const unmatched = await unmatchedShares(request);
      const partners = await latestFacts(request);
      const columns = at.program.metrics.map(({ key, source }) => ({
        key,
        values: values.get(key),
        days: statedDays(sourceRange(source, at.asOf, at.program)),
      }));
      return new Map(
        [...partners].map(([partner, latestFactOn]) => {
          const metrics = Object.fromEntries(columns.map((column) => [column.key, { ...(column.values?.get(partner) ?? NO_FACTS), ...column.days }]));
          return [partner, { metrics, latestFactOn, unmatchedBps: unmatched.get(partner) ?? 0 }];
        }),
      );
    },
  };
}

const NO_FACTS = { value: null, reason: "no_facts", facts: 0 } as const;

async function collectAll(request: MetricRequest): Promise<Map<string, MetricValues>> {
  const { metrics } = request.program;
  const money = programMoney(request.program);
  const pos = metrics.flatMap(({ key, source }) => (isPosSource(source) ? [{ key, source }] : []));
  const values = await collectPos(request, pos, money);
  for (const metric of metrics) {
    const others = await collectOne(request, metric, money);
    if (others !== null) values.set(metric.key, others);
  }
  return values;
}

/** null for POS metrics, which are read together. */
async function collectOne(
  request: MetricRequest,
  { source }: MetricDefinition,
  money: ReturnType<typeof programMoney>,
): Promise<MetricValues | null> {
  switch (source.kind) {
    case "openPipeline":
      return collectPipeline(request, source, money);
    case "winRate":
      return collectWinRate(request, source, money);
    case "certifiedPeople":
      return collectCertifiedPeople(request, source);
    case "observation":
      return collectObservation(request, source);
    default:
      return null;
  }
}
