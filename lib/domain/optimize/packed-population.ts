import type { MetricInput, Override, PartnerInput, PartnerState, Reading } from "../run-input";
import type { IsoDate } from "../shared/iso-date";

type Attribute = string | number | boolean | null;
/** By partner; null is no data. */
type Values = readonly (number | null)[];

/**
 * The partners of a run by column, as they travel to whoever tries other rules on them: what decides, and not the records behind it. A
 * reading names the rows that are measured in it, and has values for these alone.
 */
export type PackedPopulation = {
  /** Codes. */
  readonly partners: readonly string[];
  readonly attributes: Readonly<Record<string, readonly Attribute[]>>;
  readonly enrolledOn: readonly (IsoDate | null)[];
  readonly previous: readonly (PartnerState | null)[];
  readonly override: readonly (Override | null)[];
  readonly metrics: Readonly<Record<string, Values>>;
  readonly readings: readonly { readonly reading: string; readonly rows: readonly number[]; readonly metrics: Readonly<Record<string, Values>> }[];
};

export function packPopulation(partners: readonly PartnerInput[]): PackedPopulation {
  const attributes = keysOf(partners.map((partner) => partner.attributes));
  const readings = keysOf(partners.map((partner) => Object.fromEntries((partner.readings ?? []).map(({ reading }) => [reading, true]))));
  return {
    partners: partners.map(({ partner }) => partner),
    attributes: Object.fromEntries(attributes.map((key) => [key, partners.map((partner) => ownValue(partner.attributes, key) ?? null)])),
    enrolledOn: partners.map(({ enrolledOn }) => enrolledOn),
    previous: partners.map(({ previous }) => previous),
    override: partners.map(({ override }) => override),
    metrics: packMetrics(partners.map(({ metrics }) => metrics)),
    readings: readings.map((reading) => packReading(reading, partners)),
  };
}

function packReading(reading: string, partners: readonly PartnerInput[]): PackedPopulation["readings"][number] {
  const read = partners.flatMap((partner, row) => {
    const found = partner.readings?.find((one) => one.reading === reading);
    return found === undefined ? [] : { row, metrics: found.metrics };
  });
  return { reading, rows: read.map(({ row }) => row), metrics: packMetrics(read.map(({ metrics }) => metrics)) };
}

function packMetrics(metrics: readonly PartnerInput["metrics"][]): Record<string, Values> {
  return Object.fromEntries(keysOf(metrics).map((key) => [key, metrics.map((own) => ownValue(own, key)?.value ?? null)]));
}

function keysOf(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The partners again, for the engine: each value stands for one record, since the records stayed behind. */
export function unpackPopulation(packed: PackedPopulation): PartnerInput[] {
  const attributes = Object.entries(packed.attributes);
  const metrics = Object.entries(packed.metrics);
  const readings = packed.readings.map(({ reading, rows, metrics: values }) => ({
    reading,
    metrics: Object.entries(values),
    placeOf: new Map(rows.map((row, place) => [row, place])),
  }));
  return packed.partners.map((partner, row): PartnerInput => {
    const own = readings.flatMap(({ reading, metrics: values, placeOf }): Reading[] => {
      const place = placeOf.get(row);
      return place === undefined ? [] : [{ reading, metrics: unpackMetrics(values, place) }];
    });
    return {
      partner,
      attributes: Object.fromEntries(attributes.map(([key, values]) => [key, values[row] ?? null])),
      enrolledOn: packed.enrolledOn[row] ?? null,
      metrics: unpackMetrics(metrics, row),
      ...(own.length > 0 && { readings: own }),
      previous: packed.previous[row] ?? null,
      override: packed.override[row] ?? null,
      latestFactOn: null,
      unmatchedBps: 0,
    };
  });
}

function unpackMetrics(metrics: readonly (readonly [string, Values])[], row: number): Record<string, MetricInput> {
  return Object.fromEntries(
    metrics.map(([key, values]) => {
      const value = values[row] ?? null;
      return [key, { value, facts: value === null ? 0 : 1, from: null, until: null }];
    }),
  );
}
