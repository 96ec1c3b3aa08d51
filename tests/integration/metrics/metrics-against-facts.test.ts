import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { inScope } from "@/lib/db/scoped";
import type { MetricSource, Window } from "@/lib/domain/define/metric";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type FactFactory, factFactory } from "../../support/facts";
import { programMeasuring } from "./metric-program";
import { plainMetric, type World } from "./plain-sums";
import { PARTNERS, randomWorld } from "./random-world";

const YEAR: Window = { kind: "trailingMonths", months: 12 };
const WINDOWS: readonly Window[] = [
  YEAR,
  { kind: "trailingMonths", months: 1 },
  { kind: "fiscalYearToDate" },
  { kind: "fiscalQuarterToDate" },
  { kind: "lifetime" },
];
const FILTER = { categories: ["bikes"], regions: ["europe"] };

const SOURCES: readonly MetricSource[] = [
  ...WINDOWS.flatMap((window): MetricSource[] => [
    { kind: "posRevenue", window },
    { kind: "posUnits", window },
    { kind: "posGrowth", window },
    { kind: "activeRegions", window },
    { kind: "activeMonths", window },
    { kind: "winRate", window, by: "count" },
    { kind: "observation", metric: "sla", aggregate: "sum", window },
  ]),
  { kind: "posRevenue", window: YEAR, filter: FILTER },
  { kind: "posUnits", window: YEAR, filter: { lines: ["road", "locks"] } },
  { kind: "posRevenue", window: YEAR, filter: { categories: ["bikes"], lines: ["locks"] } },
  { kind: "posGrowth", window: { kind: "trailingMonths", months: 1 }, filter: { lines: ["trail"], regions: ["dach"] } },
  { kind: "posShare", window: YEAR, share: { categories: ["accessories"] } },
  { kind: "posShare", window: YEAR, share: { lines: ["road"] }, filter: FILTER },
  { kind: "activeRegions", window: YEAR, filter: FILTER },
  { kind: "activeMonths", window: YEAR, filter: FILTER },
  { kind: "openPipeline", origin: "any" },
  { kind: "openPipeline", origin: "sourced" },
  { kind: "winRate", window: YEAR, by: "value" },
  { kind: "certifiedPeople" },
  { kind: "certifiedPeople", tracks: ["service"], minLevel: 2 },
  ...(["latest", "average", "max", "count"] as const).map(
    (aggregate): MetricSource => ({ kind: "observation", metric: "nps", aggregate, window: YEAR }),
  ),
];
const PROGRAM = programMeasuring(SOURCES, {
  exchangeRates: [
    { currency: "EUR", rate: 1.085 },
    { currency: "JPY", rate: 0.007 },
  ],
});

let database: TestDatabase;
let factory: FactFactory;
let world: World;
let partnerIds: ReadonlyMap<string, number>;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  factory = await factFactory(database.appUrl, { name: "metrics", currency: "USD" });
  world = await randomWorld(factory, 20_261_123);
  partnerIds = await factory.partnerIds();
});
afterAll(async () => {
  await factory.close();
  await closeDatabase();
  await database.drop();
});

function collect(asOf: IsoDate, knownAt: number, program = PROGRAM) {
  return inScope({ orgId: factory.orgId, partnerId: null }, "read", (db) => db.metrics.collect({ program, asOf, knownAt }));
}

describe("every metric of every partner equals the plain sum over the same facts", () => {
  test.each([
    ["at a month's end", "2023-11-30", 9],
    ["in the middle of a month", "2023-11-17", 9],
    ["on the first of a month", "2023-12-01", 9],
    ["at the end of a short month", "2024-02-29", 9],
    ["on the first day of the fiscal year", "2023-07-01", 9],
    ["after the last fact", "2025-06-15", 9],
    ["before the first fact", "2021-12-31", 9],
    ["as known before the corrections", "2024-03-10", 3],
    ["as known after one round of corrections", "2024-03-10", 6],
    ["as known when nothing was", "2024-03-10", 0],
  ])("%s (%s, known at %i)", async (_, date, knownAt) => {
    const asOf = IsoDate.parse(date);
    const collected = await collect(asOf, knownAt);
    const actual = PARTNERS.flatMap((partner) =>
      SOURCES.map((source, at) => {
        const input = collected.get(partnerIds.get(partner) ?? -1)?.metrics[`m${at}`];
        return { partner, source, value: input?.value, reason: input?.reason, facts: input?.facts };
      }),
    );
    const expected = PARTNERS.flatMap((partner) =>
      SOURCES.map((source) => {
        const plain = plainMetric(world, { partner, source, program: PROGRAM, asOf, knownAt });
        return { partner, source, value: plain.value, reason: plain.reason, facts: plain.facts };
      }),
    );
    expect(actual).toEqual(expected);
  });
});
