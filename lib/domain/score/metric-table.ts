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
  const noData = new Float64Array(ordered.length).fill(Number.NaN);
  const columns = new Map(metrics.map((metric) => [metric, noData.slice()]));
  fillColumns(columns, ordered);
  return {
    partners: ordered,
    column: (metric) => columns.get(metric) ?? noData,
    attribute(row, attribute) {
      const attributes = ordered[row]?.attributes;
      return attributes !== undefined && Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? null) : null;
    },
  };
}

/** By UTF-16 code unit: the same on every machine, unlike a locale's order. */
function inOrderOfCode(partners: readonly PartnerInput[]): readonly PartnerInput[] {
  const ordered = isInOrder(partners) ? partners : [...partners].sort((a, b) => (a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : 0));
  ordered.forEach((partner, row) => {
    if (row > 0 && ordered[row - 1]?.partner === partner.partner) {
      throw new RangeError(`partner "${partner.partner}" occurs twice in the run's input; give each partner once`);
    }
  });
  return ordered;
}

function isInOrder(partners: readonly PartnerInput[]): boolean {
  return partners.every((partner, row) => row === 0 || (partners[row - 1]?.partner ?? "") <= partner.partner);
}

/** Partner by partner, not column by column: a partner's numbers lie together in memory. */
function fillColumns(columns: ReadonlyMap<string, Float64Array>, partners: readonly PartnerInput[]): void {
  const targets = Array.from(columns, ([metric, column]) => ({ metric, column }));
  for (let row = 0; row < partners.length; row++) {
    const partner = partners[row];
    if (partner === undefined) continue;
    for (const { metric, column } of targets) {
      const value = partner.metrics[metric]?.value;
      // A metric may be named "constructor", which every object inherits, with a value of undefined.
      if (value === null || value === undefined) continue;
      if (!(Math.abs(value) <= MAX_QUANTITY)) {
        throw new RangeError(`metric "${metric}" of partner "${partner.partner}" is ${value}; give a number from -1e15 to 1e15, or null for no data`);
      }
      column[row] = value;
    }
  }
}
