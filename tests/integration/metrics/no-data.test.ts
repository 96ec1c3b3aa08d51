import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { inScope } from "@/lib/db/scoped";
import type { MetricSource, Window } from "@/lib/domain/define/metric";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type BatchFacts, type FactFactory, factFactory, type PosFact } from "../../support/facts";
import { programMeasuring } from "./metric-program";

const YEAR: Window = { kind: "trailingMonths", months: 12 };
const AS_OF = IsoDate.parse("2023-11-30");

let database: TestDatabase;
let factory: FactFactory;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

const sale = (date: string, netE4: number, overrides: Partial<PosFact> = {}): PosFact => ({
  partner: "acme",
  sku: "road-1",
  region: "europe",
  date,
  units: 1,
  netE4,
  currency: "USD",
  ...overrides,
});

/** An organization of its own with the partners acme and bystander, and what its metrics come to. */
async function organizationWith(name: string, batches: readonly BatchFacts[], products: readonly string[] = []) {
  factory = await factFactory(database.appUrl, { name, currency: "USD" });
  await factory.region("europe");
  for (const sku of ["road-1", ...products]) await factory.product(sku, sku, "bikes");
  await factory.partner("acme", "europe");
  await factory.partner("bystander", "europe");
  await factory.customMetric("sla");
  for (const facts of batches) await factory.batch(facts);
  const ids = await factory.partnerIds();
  const { orgId } = factory;
  await factory.close();
  return async (
    source: MetricSource,
    options: { knownAt?: number; asOf?: IsoDate; partner?: string; exchangeRates?: { currency: string; rate: number }[] } = {},
  ) => {
    const { knownAt = batches.length, asOf = AS_OF, partner = "acme", exchangeRates = [] } = options;
    const program = programMeasuring([source], { exchangeRates });
    const all = await inScope({ orgId, partnerId: null }, "read", (db) => db.metrics.collect({ program, asOf, knownAt }));
    const found = all.get(ids.get(partner) ?? -1);
    return { ...found, ...found?.metrics.m0 };
  };
}

describe("no data is null, never zero", () => {
  test("a partner that reported nothing in the window has no data, though it did before", async () => {
    const metric = await organizationWith("silent now", [{ pos: [sale("2022-03-01", 100_0000)] }]);
    const kinds = ["posRevenue", "posUnits", "posGrowth", "activeRegions", "activeMonths"] as const;
    for (const kind of kinds) expect(await metric({ kind, window: YEAR })).toMatchObject({ value: null, reason: "no_facts", facts: 0 });
    expect(await metric({ kind: "posRevenue", window: { kind: "lifetime" } })).toMatchObject({ value: 100, facts: 1, from: null, until: null });
  });

  test("a partner that reported, but nothing that the filter takes, sold none of it", async () => {
    const metric = await organizationWith(
      "other line",
      [{ pos: [sale("2023-03-01", 100_0000), sale("2022-03-01", 50_0000, { sku: "trail-1" })] }],
      ["trail-1"],
    );
    const filter = { lines: ["trail-1"] };
    expect(await metric({ kind: "posRevenue", window: YEAR, filter })).toMatchObject({ value: 0, facts: 0, from: "2022-12-01", until: "2023-12-01" });
    expect(await metric({ kind: "activeRegions", window: YEAR, filter })).toMatchObject({ value: 0, facts: 0 });
    expect(await metric({ kind: "posGrowth", window: YEAR, filter })).toMatchObject({
      value: -100,
      facts: 1,
      from: "2021-12-01",
      until: "2023-12-01",
    });
    expect(await metric({ kind: "posShare", window: YEAR, share: filter })).toMatchObject({ value: 0, facts: 1 });
    expect(await metric({ kind: "posShare", window: YEAR, share: filter, filter })).toMatchObject({
      value: null,
      reason: "undefined_base",
      facts: 0,
    });
  });

  test.each([
    ["without a sale", []],
    ["of zero", [sale("2022-03-01", 100_0000), sale("2022-04-01", -100_0000)]],
    ["below zero", [sale("2022-03-01", -1)]],
  ])("growth on a base %s is undefined, with its facts", async (name, base) => {
    const metric = await organizationWith(`base ${name}`, [{ pos: [sale("2023-03-01", 100_0000), ...base] }]);
    expect(await metric({ kind: "posGrowth", window: YEAR })).toMatchObject({ value: null, reason: "undefined_base", facts: 1 + base.length });
  });

  test("more returned than sold is a negative revenue, and a region with a return alone is active", async () => {
    const metric = await organizationWith("returns", [{ pos: [sale("2023-03-01", 10_0000), sale("2023-03-02", -25_0050, { units: -3 })] }]);
    expect(await metric({ kind: "posRevenue", window: YEAR })).toMatchObject({ value: -15.01, facts: 2 });
    expect(await metric({ kind: "posUnits", window: YEAR })).toMatchObject({ value: -2 });
    expect(await metric({ kind: "activeRegions", window: YEAR })).toMatchObject({ value: 1 });
  });

  test("pipeline and certified people are zero once the partner ever had a record, and no data before", async () => {
    const metric = await organizationWith("snapshots", [
      {
        opportunities: [
          {
            code: "won",
            partner: "acme",
            status: "won",
            origin: "sourced",
            amountE4: 1,
            currency: "USD",
            createdOn: "2023-01-01",
            closedOn: "2023-02-01",
          },
        ],
        certifications: [{ partner: "acme", person: "Ada", track: "sales", level: 1, earnedOn: "2020-01-01", expiresOn: "2021-01-01" }],
      },
    ]);
    for (const source of [{ kind: "openPipeline", origin: "any" }, { kind: "certifiedPeople" }] satisfies MetricSource[]) {
      expect(await metric(source)).toMatchObject({ value: 0, facts: 0, from: null, until: null });
      expect(await metric(source, { partner: "bystander" })).toMatchObject({ value: null, reason: "no_facts" });
      expect(await metric(source, { knownAt: 0 })).toMatchObject({ value: null, reason: "no_facts" });
      expect(await metric(source, { asOf: IsoDate.parse("2019-12-31") })).toMatchObject({ value: null, reason: "no_facts" });
    }
  });
});

describe("money is added up exactly and rounded once", () => {
  test("three currencies whose parts would each round up come to less together", async () => {
    const metric = await organizationWith("rounding", [{ pos: ["USD", "EUR", "GBP"].map((currency) => sale("2023-03-01", 50, { currency })) }]);
    const exchangeRates = [
      { currency: "EUR", rate: 1.1 },
      { currency: "GBP", rate: 1e-7 },
    ];
    expect(await metric({ kind: "posRevenue", window: YEAR }, { exchangeRates })).toMatchObject({ value: 0.01, facts: 3 });
  });

  test("sums beyond what a JavaScript number holds in ten-thousandths keep their cents", async () => {
    const lines = Array.from({ length: 12 }, () => sale("2023-03-01", 9_007_199_254_740_991));
    const metric = await organizationWith("huge", [{ pos: lines }]);
    expect(await metric({ kind: "posRevenue", window: YEAR })).toMatchObject({ value: 10_808_639_105_689.19, facts: 12 });
  });

  test("a currency without a rate is an error that names it, where money is asked for and only there", async () => {
    const metric = await organizationWith("no rate", [{ pos: [sale("2023-03-01", 1, { currency: "CHF" })] }]);
    await expect(metric({ kind: "posRevenue", window: YEAR })).rejects.toMatchObject({ code: "unprocessable", details: { currency: "CHF" } });
    expect(await metric({ kind: "posUnits", window: YEAR })).toMatchObject({ value: 1 });
  });
});

test.each<[string, MetricSource, object]>([
  ["category", { kind: "posRevenue", window: YEAR, filter: { categories: ["bikes", "boats"] } }, { metric: "m0", category: "boats" }],
  ["line", { kind: "posShare", window: YEAR, share: { lines: ["sails"] } }, { metric: "m0", line: "sails" }],
  ["region", { kind: "activeRegions", window: YEAR, filter: { regions: ["atlantis"] } }, { metric: "m0", region: "atlantis" }],
  ["custom metric", { kind: "observation", metric: "karma", aggregate: "sum", window: YEAR }, { metric: "karma" }],
])("an unknown %s in a metric is an error that names it", async (what, source, details) => {
  const metric = await organizationWith(`unknown ${what}`, []);
  await expect(metric(source)).rejects.toMatchObject({ code: "unprocessable", details });
});

describe("how fresh and complete a partner's data is", () => {
  test("the latest fact is the last day of any kind by the as-of date, known at the sequence, and not retired", async () => {
    const dated = await organizationWith("freshness", [
      { pos: [sale("2023-05-05", 1), sale("2024-01-01", 1)] },
      {
        opportunities: [
          {
            code: "o",
            partner: "acme",
            status: "won",
            origin: "sourced",
            amountE4: 1,
            currency: "USD",
            createdOn: "2023-06-06",
            closedOn: "2024-02-02",
          },
        ],
      },
      { certifications: [{ partner: "acme", person: "Ada", track: "sales", level: 1, earnedOn: "2023-07-07", expiresOn: null }] },
      { observations: [{ partner: "acme", metric: "sla", observedOn: "2023-08-08", value: 1 }] },
    ]);
    const source: MetricSource = { kind: "posRevenue", window: YEAR };
    const days = await Promise.all([0, 1, 2, 3, 4].map(async (knownAt) => (await dated(source, { knownAt })).latestFactOn));
    expect(days).toEqual([null, "2023-05-05", "2023-06-06", "2023-07-07", "2023-08-08"]);
    expect(await dated(source, { asOf: IsoDate.parse("2024-02-02") })).toMatchObject({ latestFactOn: "2024-02-02" });
    expect(await dated(source, { partner: "bystander" })).toMatchObject({ latestFactOn: null });
  });

  test("rows that wait are a share of all rows until they are replayed", async () => {
    const parked = { partner: "acme", sku: "late", row: {} };
    const share = await organizationWith("unmatched", [
      { pos: [sale("2023-05-05", 1), sale("2023-05-05", 1)], parked: [parked] },
      { pos: [sale("2023-05-06", 1)], replayOf: 1 },
    ]);
    const source: MetricSource = { kind: "posRevenue", window: YEAR };
    expect(await share(source, { knownAt: 0 })).toMatchObject({ unmatchedBps: 0 });
    expect(await share(source, { knownAt: 1 })).toMatchObject({ unmatchedBps: 3333 });
    expect(await share(source, { knownAt: 2 })).toMatchObject({ unmatchedBps: 0 });
    expect(await share(source, { knownAt: 1, partner: "bystander" })).toMatchObject({ unmatchedBps: 0 });
  });
});
