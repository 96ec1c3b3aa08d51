import type { PartnerInput } from "../run-input";
import { MAX_QUANTITY } from "../shared/quantity";

/** The partners of a run in order of their code, and their metrics by column. */
export type MetricTable = {
  readonly partners: readonly PartnerInput[];
  /** One value per partner; NaN is no data. */
  readonly column: (metric: string) => Float64Array;
  /** null when the partner has no such attribute. */
  readonly attribute: (row: number, attribute: string) => string | number | boolean | null;
};

/**
 * RangeError, naming the partner and the metric, for a value that is not a number of magnitude up to MAX_QUANTITY; RangeError for
 * two partners with the same code, whose order would be arbitrary.
 */
export function metricTable(partners: readonly PartnerInput[]): MetricTable {
  const ordered = inOrderOfCode(partners);
  const columns = new Map<string, Float64Array>();
  return {
    partners: ordered,
    column(metric) {
      const known = columns.get(metric);
      if (known !== undefined) return known;
      const column = readColumn(ordered, metric);
      columns.set(metric, column);
      return column;
    },
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

function readColumn(partners: readonly PartnerInput[], metric: string): Float64Array {
  // A program may name a metric "constructor"; no other valid key is found on every object.
  const inherited = metric in Object.prototype;
  const column = new Float64Array(partners.length);
  partners.forEach(({ partner, metrics }, row) => {
    const value = inherited && !Object.hasOwn(metrics, metric) ? undefined : metrics[metric]?.value;
    if (value === null || value === undefined) column[row] = Number.NaN;
    else if (Math.abs(value) <= MAX_QUANTITY) column[row] = value;
    else throw new RangeError(`metric "${metric}" of partner "${partner}" is ${value}; a metric is a number from -1e15 to 1e15, or null for no data`);
  });
  return column;
}
