import type { MetricInput, PartnerInput } from "../run-input";
import { MAX_QUANTITY } from "../shared/max-quantity";

/** The metrics of some partners by column; a row is a partner. */
export type MetricTable = {
  readonly size: number;
  /** One value per partner; NaN is no data, as it is throughout for a metric that was not read. */
  readonly column: (metric: string) => Float64Array;
  /** null when the partner has no such attribute. */
  readonly attribute: (row: number, attribute: string) => string | number | boolean | null;
};

/** What one partner measures; null when it is not measured at all. */
type MetricsOf = (partner: PartnerInput) => Readonly<Record<string, MetricInput>> | null;

/**
 * Reads the metrics named, once, of partners in order. RangeError, naming the partner and the metric, for a value that is not a number of
 * magnitude up to MAX_QUANTITY.
 */
export function metricTable(partners: readonly PartnerInput[], metrics: readonly string[], metricsOf: MetricsOf = ownMetrics): MetricTable {
  const columns = metrics.map(() => columnWithoutData(partners.length));
  fillColumns(columns, metrics, partners, metricsOf);
  const byMetric = new Map(metrics.map((metric, place) => [metric, columns[place]]));
  return {
    size: partners.length,
    column: (metric) => byMetric.get(metric) ?? columnWithoutData(partners.length),
    attribute(row, attribute) {
      const attributes = partners[row]?.attributes;
      return attributes !== undefined && Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? null) : null;
    },
  };
}

function ownMetrics({ metrics }: PartnerInput): PartnerInput["metrics"] {
  return metrics;
}

function columnWithoutData(size: number): Float64Array {
  return new Float64Array(size).fill(Number.NaN);
}

/**
 * Partner by partner, not column by column: a partner's numbers lie together in memory. Its metrics are walked rather than looked up,
 * which takes half the time; they usually stand in the program's order, so the place of each is tried before it is searched.
 */
function fillColumns(columns: readonly Float64Array[], metrics: readonly string[], partners: readonly PartnerInput[], metricsOf: MetricsOf): void {
  for (let row = 0; row < partners.length; row++) {
    const partner = partners[row];
    const given = partner === undefined ? null : metricsOf(partner);
    let next = 0;
    for (const metric in given) {
      const place = metrics[next] === metric ? next : metrics.indexOf(metric);
      next += 1;
      const value = given[metric]?.value;
      const column = columns[place];
      if (column === undefined || value === null || value === undefined) continue;
      if (!(value >= -MAX_QUANTITY && value <= MAX_QUANTITY)) {
        throw new RangeError(
          `metric "${metric}" of partner "${partner?.partner}" is ${value}; give a number from -1e15 to 1e15, or null for no data`,
        );
      }
      column[row] = value;
    }
  }
}
