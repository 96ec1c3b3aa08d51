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
  { kind: "programYearToDate" },
  { kind: "trailingMonths", months: 3, previous: true },
  { kind: "fiscalQuarterToDate", previous: true },
  { kind: "programYearToDate", previous: true },
];
const LENGTHS = WINDOWS.filter(({ kind }) => kind !== "lifetime");
const FILTER = { categories: ["bikes"], regions: ["europe"] };

/** Each line counts at the rate of its day: in the middle of a month, too. */
const RATES = [
  { from: null, bps: 10_000 },
  { from: IsoDate.parse("2023-07-01"), bps: 15_000 },
  { from: IsoDate.parse("2023-11-10"), bps: 0 },
  { from: IsoDate.parse("2024-02-01"), bps: 250 },
];

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
  ...LENGTHS.flatMap((window): MetricSource[] => [
    { kind: "posVelocity", of: "units", window },
    { kind: "posVelocity", of: "revenue", window },
  ]),
  { kind: "posVelocity", of: "units", window: YEAR, filter: FILTER },
  { kind: "posRevenue", window: YEAR, filter: { skus: ["road-1", "lock-1"] } },
  { kind: "posRevenue", window: YEAR, filter: { segments: ["retail"], regions: ["europe"] } },
  { kind: "posUnits", window: { kind: "lifetime" }, filter: { skus: ["road-2"], categories: ["bikes"], segments: ["rental", "retail"] } },
  { kind: "posShare", window: YEAR, share: { skus: ["road-1"] } },
  { kind: "posShare", window: YEAR, share: { segments: ["rental"] }, filter: FILTER },
  { kind: "activeMonths", window: YEAR, filter: { skus: ["trail-1"] } },
  { kind: "activeRegions", window: YEAR, filter: { segments: ["retail"] } },
  { kind: "posGrowth", window: YEAR, filter: { segments: ["retail"] } },
  ...WINDOWS.map((window): MetricSource => ({ kind: "posRevenue", window, rates: RATES })),
  { kind: "posRevenue", window: YEAR, filter: { skus: ["road-1"] }, rates: RATES },
  // m0 is revenue and m1 units of twelve months, m6 an observation: of some partners without data.
  { kind: "ratio", numerator: "m0", denominator: "m1", times: 1 },
  { kind: "ratio", numerator: "m6", denominator: "m0", times: 100 },
  { kind: "ratio", numerator: "m0", denominator: "m6", times: 1 },
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
  programYearStartMonth: 2,
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

describe("what a partner measures in another reading", () => {
  test("as of another day is what it measures then", async () => {
    const [asOf, knownAt] = [IsoDate.parse("2023-09-30"), 9];
    const whole = await collect(asOf, knownAt);
    const read = await inScope({ orgId: factory.orgId, partnerId: null }, "read", (db) =>
      db.metrics.collectAsOf({ program: PROGRAM, asOf, knownAt }),
    );
    expect(read.size).toBe(PARTNERS.length - 1);
    expect(read.has(partnerIds.get("silent") ?? -1)).toBe(false);
    for (const [partner, metrics] of read) expect(metrics).toEqual(whole.get(partner)?.metrics);
  });

  test("in a region counts what was sold there and below, and no more", async () => {
    const [asOf, knownAt] = [IsoDate.parse("2023-11-17"), 9];
    const dach = ["dach", "bavaria"];
    const pos = world.pos.filter(({ region }) => dach.includes(region));
    const within = { ...world, pos };
    const read = await inScope({ orgId: factory.orgId, partnerId: null }, "read", async (db) => {
      const regions = (await db.regions.listPaths()).filter(({ code }) => dach.includes(code)).map(({ id }) => id);
      return db.metrics.collectWithin({ program: PROGRAM, asOf, knownAt }, regions);
    });
    const sellers = PARTNERS.filter((partner) => pos.some((line) => line.partner === partner));
    expect([...read.keys()].sort()).toEqual(sellers.map((partner) => partnerIds.get(partner) ?? -1).sort());
    for (const partner of sellers) {
      const metrics = read.get(partnerIds.get(partner) ?? -1) ?? {};
      SOURCES.forEach((source, at) => {
        const isOfSales =
          source.kind.startsWith("pos") || source.kind.startsWith("active") || (source.kind === "ratio" && source.denominator === "m1");
        expect(`m${at}` in metrics).toBe(isOfSales);
        if (!isOfSales) return;
        const { value, reason, facts } = plainMetric(within, { partner, source, program: PROGRAM, asOf, knownAt });
        expect({ source, value: metrics[`m${at}`]?.value, reason: metrics[`m${at}`]?.reason, facts: metrics[`m${at}`]?.facts }).toEqual({
          source,
          value,
          reason,
          facts,
        });
      });
    }
  });
});
