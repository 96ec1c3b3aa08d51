import type { Scope } from "@/lib/access/actor";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { collectCertifiedPeople } from "./metrics/certified-people";
import { NO_NARROWING } from "./metrics/fact-filter";
import { latestFacts } from "./metrics/freshness";
import { knownBatches, type MetricRequest, type MetricValues } from "./metrics/metric-request";
import { collectObservation } from "./metrics/observation";
import { collectPipeline } from "./metrics/pipeline";
import { collectPos, isPosSource, type PosMetric } from "./metrics/pos";
import { programMoney } from "./metrics/program-money";
import { divideMetrics } from "./metrics/ratio";
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

/** The metrics of which program, as of which day, as known at which sequence. */
export type MetricsAt = Pick<MetricRequest, "program" | "asOf" | "knownAt">;

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
    async collect(at: MetricsAt): Promise<Map<number, PartnerMetrics>> {
      staffOnly(scope);
      const request: MetricRequest = { tx, scope, ...at, known: await knownBatches({ tx, scope, ...at }) };
      const metricsOf = stateMetrics(request, at.program.metrics, await collectAll(request));
      const unmatched = await unmatchedShares(request);
      const partners = await latestFacts(request);
      return new Map(
        [...partners].map(([partner, latestFactOn]) => [
          partner,
          { metrics: metricsOf(partner), latestFactOn, unmatchedBps: unmatched.get(partner) ?? 0 },
        ]),
      );
    },

    /** Every metric of the program as of another day, by internal partner id; a partner without facts is absent. @throws as `collect` */
    async collectAsOf(at: MetricsAt): Promise<Map<number, PartnerMetrics["metrics"]>> {
      staffOnly(scope);
      const request: MetricRequest = { tx, scope, ...at, known: await knownBatches({ tx, scope, ...at }) };
      const values = await collectAll(request);
      const metricsOf = stateMetrics(request, at.program.metrics, values);
      return new Map(partnersOf(values).map((partner) => [partner, metricsOf(partner)]));
    },

    /**
     * The metrics of POS lines, counting only what was sold in some regions (by internal id, those below them included), and the ratios that
     * divide them, by internal partner id; a partner that sold nothing there in any of their windows is absent. @throws as `collect`
     */
    async collectWithin(at: MetricsAt, regions: readonly number[]): Promise<Map<number, PartnerMetrics["metrics"]>> {
      staffOnly(scope);
      const request: MetricRequest = { tx, scope, ...at, known: await knownBatches({ tx, scope, ...at }) };
      const { metrics } = at.program;
      const values = await collectPos(request, posMetrics(metrics), programMoney(at.program), { ...NO_NARROWING, regions });
      for (const { key, source } of metrics) {
        if (source.kind === "ratio" && values.has(source.numerator) && values.has(source.denominator)) values.set(key, divideMetrics(source, values));
      }
      const metricsOf = stateMetrics(
        request,
        metrics.filter(({ key }) => values.has(key)),
        values,
      );
      const sellers = partnersOf(values).filter((partner) =>
        [...values.values()].some((of) => (of.get(partner)?.reason ?? null) !== "no_facts" && of.has(partner)),
      );
      return new Map(sellers.map((partner) => [partner, metricsOf(partner)]));
    },
  };
}

/** Who has a value, or a reason for having none, of any metric. */
function partnersOf(values: ReadonlyMap<string, MetricValues>): number[] {
  return [...new Set([...values.values()].flatMap((of) => [...of.keys()]))];
}

/** The metrics of one partner as a decision states them, with the days that they count. */
function stateMetrics(
  { asOf, program }: Pick<MetricRequest, "asOf" | "program">,
  metrics: Program["metrics"],
  values: ReadonlyMap<string, MetricValues>,
): (partner: number) => PartnerMetrics["metrics"] {
  const columns = metrics.map(({ key, source }) => ({ key, values: values.get(key), days: statedDays(sourceRange(source, asOf, program)) }));
  return (partner) => Object.fromEntries(columns.map((column) => [column.key, { ...(column.values?.get(partner) ?? NO_FACTS), ...column.days }]));
}

const NO_FACTS = { value: null, reason: "no_facts", facts: 0 } as const;

async function collectAll(request: MetricRequest): Promise<Map<string, MetricValues>> {
  const { metrics } = request.program;
  const money = programMoney(request.program);
  const values = await collectPos(request, posMetrics(metrics), money);
  for (const metric of metrics) {
    const others = await collectOne(request, metric, money);
    if (others !== null) values.set(metric.key, others);
  }
  for (const { key, source } of metrics) if (source.kind === "ratio") values.set(key, divideMetrics(source, values));
  return values;
}

function posMetrics(metrics: Program["metrics"]): PosMetric[] {
  return metrics.flatMap(({ key, source }) => (isPosSource(source) ? [{ key, source }] : []));
}

/** null for POS metrics, which are read together, and for ratios, which follow from others. */
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
