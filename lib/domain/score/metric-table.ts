import type { PartnerInput } from "../run-input";
import { MAX_QUANTITY } from "../shared/quantity";

/** The partners of a run in order of their code, and their metrics by column. */
export type MetricTable = {
  readonly partners: readonly PartnerInput[];
  /** One value per partner; NaN is no data, as it is throughout for a metric that was not read. */
  readonly column: (metric: string) => Float64Array;
  /** null when the partner has no such attribute. */
  readonly attribute: (row: number, attribute: string) => string | number | boolean | null;
};

/**
 * Reads the metrics named, once. RangeError, naming the partner and the metric, for a value that is not a number of magnitude up to
 * MAX_QUANTITY; RangeError for two partners with the same code, whose order would be arbitrary.
 */
export function metricTable(partners: readonly PartnerInput[], metrics: readonly string[]): MetricTable {
  const ordered = inOrderOfCode(partners);
  const columns = metrics.map(() => columnWithoutData(ordered.length));
  fillColumns(columns, metrics, ordered);
  const byMetric = new Map(metrics.map((metric, place) => [metric, columns[place]]));
  return {
    partners: ordered,
    column: (metric) => byMetric.get(metric) ?? columnWithoutData(ordered.length),
    attribute(row, attribute) {
      const attributes = ordered[row]?.attributes;
      return attributes !== undefined && Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? null) : null;
    },
  };
}

function columnWithoutData(size: number): Float64Array {
  return new Float64Array(size).fill(Number.NaN);
}

/** By UTF-16 code unit: the same on every machine, unlike a locale's order. */
function inOrderOfCode(partners: readonly PartnerInput[]): readonly PartnerInput[] {
  if (firstOutOfOrder(partners) === undefined) return partners;
  const ordered = [...partners].sort((a, b) => (a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : 0));
  const twice = firstOutOfOrder(ordered);
  if (twice !== undefined) throw new RangeError(`partner "${twice.partner}" occurs twice in the run's input; give each partner once`);
  return ordered;
}

/** The first partner whose code does not come after the one before it. */
function firstOutOfOrder(partners: readonly PartnerInput[]): PartnerInput | undefined {
  let before: string | undefined;
  for (const one of partners) {
    if (before !== undefined && before >= one.partner) return one;
    before = one.partner;
  }
  return undefined;
}

/**
 * Partner by partner, not column by column: a partner's numbers lie together in memory. Its metrics are walked rather than looked up,
 * which takes half the time; they usually stand in the program's order, so the place of each is tried before it is searched.
 */
function fillColumns(columns: readonly Float64Array[], metrics: readonly string[], partners: readonly PartnerInput[]): void {
  for (let row = 0; row < partners.length; row++) {
    const given = partners[row]?.metrics;
    let next = 0;
    for (const metric in given) {
      const place = metrics[next] === metric ? next : metrics.indexOf(metric);
      next += 1;
      const value = given[metric]?.value;
      const column = columns[place];
      if (column === undefined || value === null || value === undefined) continue;
      if (!(value >= -MAX_QUANTITY && value <= MAX_QUANTITY)) {
        throw new RangeError(
          `metric "${metric}" of partner "${partners[row]?.partner}" is ${value}; give a number from -1e15 to 1e15, or null for no data`,
        );
      }
      column[row] = value;
    }
  }
}
