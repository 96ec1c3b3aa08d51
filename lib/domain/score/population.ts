import type { Program } from "../define/program";
import type { PartnerInput, Reading } from "../run-input";
import { type MetricTable, metricTable } from "./metric-table";

/** What partners measure in one reading. */
export type ReadingTable = {
  /** A month end or a region; null for the run's own reading. */
  readonly reading: string | null;
  readonly table: MetricTable;
  /** By row: 1 where the partner is measured in it; null where everybody is. */
  readonly measured: Uint8Array | null;
};

/** The partners of a run in order of their code, and their metrics in each reading; the readings that are preferred stand first. */
export type Population = { readonly partners: readonly PartnerInput[]; readonly readings: readonly ReadingTable[] };

/** RangeErrors as `metricTable`, and for two partners with the same code, whose order would be arbitrary. */
export function populationOf({ metrics, readings }: Pick<Program, "metrics" | "readings">, partners: readonly PartnerInput[]): Population {
  const ordered = inOrderOfCode(partners);
  const keys = metrics.map(({ key }) => key);
  if (readings === undefined) return { partners: ordered, readings: [{ reading: null, table: metricTable(ordered, keys), measured: null }] };
  // A partner with readings of regions is not measured as a whole.
  const own: ReadingTable = {
    reading: null,
    table: metricTable(ordered, keys, (partner) => (isReadElsewhere(partner) ? null : partner.metrics)),
    measured: readings.kind === "regions" ? Uint8Array.from(ordered, (partner) => (hasReadings(partner) ? 0 : 1)) : null,
  };
  return { partners: ordered, readings: [own, ...readingKeys(ordered, readings.kind).map((reading) => readingTable(ordered, keys, reading))] };

  function isReadElsewhere(partner: PartnerInput): boolean {
    return readings?.kind === "regions" && hasReadings(partner);
  }
}

function hasReadings({ readings }: PartnerInput): boolean {
  return readings !== undefined && readings.length > 0;
}

function readingTable(partners: readonly PartnerInput[], metrics: readonly string[], reading: string): ReadingTable {
  return {
    reading,
    table: metricTable(partners, metrics, (partner) => metricsIn(partner, reading)),
    measured: Uint8Array.from(partners, (partner) => (readingOf(partner, reading) === undefined ? 0 : 1)),
  };
}

/** What a partner measures in a reading; the run's own metrics for null. Null when it is not measured in it. */
export function metricsIn(partner: PartnerInput, reading: string | null): PartnerInput["metrics"] | null {
  if (reading === null) return partner.metrics;
  const found = readingOf(partner, reading);
  return found === undefined ? null : { ...partner.metrics, ...found.metrics };
}

function readingOf({ readings }: PartnerInput, key: string): Reading | undefined {
  return readings?.find(({ reading }) => reading === key);
}

/** Month ends newest first, regions in order of their code. */
function readingKeys(partners: readonly PartnerInput[], kind: NonNullable<Program["readings"]>["kind"]): string[] {
  const keys = [...new Set(partners.flatMap(({ readings }) => readings?.map(({ reading }) => reading) ?? []))].sort();
  return kind === "monthEnds" ? keys.reverse() : keys;
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
