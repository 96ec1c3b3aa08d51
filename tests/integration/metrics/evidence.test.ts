import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import type { Evidence, EvidenceRecord } from "@/lib/contracts/scorecard";
import { closeDatabase } from "@/lib/db/client";
import { inScope } from "@/lib/db/scoped";
import type { MetricSource, Window } from "@/lib/domain/define/metric";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listEvidence } from "@/lib/services/score/list-evidence";
import { publishRun } from "@/lib/services/score/publish-run";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type FactFactory, factFactory } from "../../support/facts";
import { programMeasuring } from "./metric-program";
import type { World } from "./plain-sums";
import { PARTNERS, randomWorld } from "./random-world";

const YEAR: Window = { kind: "trailingMonths", months: 12 };
const SOURCES: readonly MetricSource[] = [
  { kind: "posRevenue", window: YEAR },
  { kind: "posRevenue", window: YEAR, filter: { categories: ["bikes"], regions: ["europe"] } },
  { kind: "posUnits", window: { kind: "fiscalYearToDate" } },
  { kind: "posGrowth", window: YEAR },
  { kind: "posGrowth", window: { kind: "fiscalQuarterToDate" }, filter: { lines: ["road"] } },
  { kind: "posShare", window: YEAR, share: { lines: ["road"] }, filter: { categories: ["bikes"] } },
  { kind: "activeRegions", window: { kind: "trailingMonths", months: 1 } },
  { kind: "activeMonths", window: { kind: "lifetime" } },
  { kind: "openPipeline", origin: "any" },
  { kind: "openPipeline", origin: "influenced" },
  { kind: "winRate", window: YEAR, by: "count" },
  { kind: "certifiedPeople", tracks: ["service"], minLevel: 2 },
  { kind: "observation", metric: "nps", aggregate: "sum", window: YEAR },
  { kind: "observation", metric: "nps", aggregate: "latest", window: YEAR },
  { kind: "observation", metric: "nps", aggregate: "max", window: YEAR },
];
const METRICS = SOURCES.map((source, at) => ({ key: `m${at}`, source }));
/** In thousandths. */
const RATES: Readonly<Record<string, number>> = { USD: 1000, EUR: 1085, JPY: 7 };
const PROGRAM = programMeasuring(SOURCES, {
  exchangeRates: [
    { currency: "EUR", rate: 1.085 },
    { currency: "JPY", rate: 0.007 },
  ],
});
const AS_OF = IsoDate.parse("2024-03-10");
const KNOWN_AT = 6;

let database: TestDatabase;
let factory: FactFactory;
let world: World;
let staff: Actor;
let acme: Actor;
let run: number;
let draft: number;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  factory = await factFactory(database.appUrl, { name: "evidence", currency: "USD" });
  world = await randomWorld(factory, 77);
  staff = Actor.system(factory.orgId, "test");
  const partnerId = (await factory.partnerIds()).get("acme") ?? Number.NaN;
  acme = Actor.fromUserRow({ id: 1, orgId: factory.orgId, name: "Ada of Acme", role: "partner", partnerId });
  await createProgramVersion(staff, { program: "main", document: PROGRAM });
  await publishProgramVersion(staff, { program: "main", version: 1, effectiveFrom: IsoDate.parse("2022-01-01") });
  run = (await evaluateRun(staff, { asOf: AS_OF, knownAt: KNOWN_AT })).number;
  await publishRun(staff, { run });
  draft = (await evaluateRun(staff, { asOf: IsoDate.parse("2024-03-31") })).number;
});
afterAll(async () => {
  await factory.close();
  await closeDatabase();
  await database.drop();
});

async function allRecords(asked: { partner: string; metric: string; side: Evidence["side"] }): Promise<EvidenceRecord[]> {
  const first = await listEvidence(staff, { run, ...asked });
  const records = [...first.records];
  for (let page = 2; page <= first.pages; page++) records.push(...(await listEvidence(staff, { run, ...asked, page })).records);
  return records;
}

/** By part and currency. */
function amounts(records: readonly EvidenceRecord[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { part, currency, amountE4 } of records)
    if (currency !== null) sums[`${part} ${currency}`] = (sums[`${part} ${currency}`] ?? 0) + (amountE4 ?? 0);
  return sums;
}

/** Every version of every record of the metric's kind. */
function recordsOf(source: MetricSource): readonly { readonly partner: string }[] {
  switch (source.kind) {
    case "openPipeline":
    case "winRate":
      return world.opportunities;
    case "certifiedPeople":
      return world.certifications;
    case "observation":
      return world.observations.filter(({ metric }) => metric === source.metric);
    default:
      return world.pos;
  }
}

describe.each(METRICS)("the records of $key, $source.kind", ({ key, source }) => {
  test("as many are counted as the decision says, and every other one of the partner's is left out", async () => {
    for (const partner of PARTNERS) {
      const evidence = await listEvidence(staff, { run, partner, metric: key });
      expect(evidence.counts.counted).toBe(evidence.metric.facts);
      expect(evidence.counts.counted + evidence.counts.leftOut).toBe(recordsOf(source).filter((fact) => fact.partner === partner).length);
    }
  });

  test("pages hold every record once, and counts and totals are theirs", async () => {
    for (const partner of ["acme", "silent"]) {
      for (const side of ["counted", "left_out"] as const) {
        const { counts, totals } = await listEvidence(staff, { run, partner, metric: key, side });
        const records = await allRecords({ partner, metric: key, side });
        expect(records).toHaveLength(side === "counted" ? counts.counted : counts.leftOut);
        expect(new Set(records.map(({ batch, line }) => `${batch} ${line}`)).size).toBe(records.length);
        expect(records.every(({ reason }) => (reason === null) === (side === "counted"))).toBe(true);
        expect(Object.fromEntries(totals.map(({ part, currency, amountE4 }) => [`${part} ${currency}`, amountE4]))).toEqual(amounts(records));
      }
    }
  });
});

describe.each(METRICS.filter(({ source }) => source.kind === "posRevenue" || source.kind === "openPipeline"))(
  "the money of $key, $source.kind",
  ({ key }) => {
    test("the totals of what is counted come to the metric's value", async () => {
      for (const partner of PARTNERS) {
        const { totals, metric } = await listEvidence(staff, { run, partner, metric: key });
        const tenMillionths = totals.reduce((sum, { currency, amountE4 }) => sum + amountE4 * (RATES[currency] ?? Number.NaN), 0);
        const cents = Math.floor(Math.abs(tenMillionths) / 100_000 + 0.5);
        expect(metric.value ?? 0).toBe(tenMillionths < 0 ? -cents / 100 : cents / 100);
      }
    });
  },
);

test("the two periods of growth come to its value", async () => {
  for (const { key } of METRICS.filter(({ source }) => source.kind === "posGrowth")) {
    for (const partner of PARTNERS) {
      const { totals, metric } = await listEvidence(staff, { run, partner, metric: key });
      const sum = (of: Evidence["totals"][number]["part"]) =>
        totals.filter(({ part }) => part === of).reduce((total, { currency, amountE4 }) => total + amountE4 * (RATES[currency] ?? Number.NaN), 0);
      expect(totals.every(({ part }) => part !== null || metric.value === null)).toBe(true);
      const base = sum("before");
      if (metric.value === null) expect(base <= 0 || sum("current") === 0).toBe(true);
      else expect(metric.value).toBe(Number((((sum("current") - base) / base) * 100).toFixed(6)));
    }
  }
});

describe("access to evidence", () => {
  test("a partner user sees its own records as staff see them, but for rows that still wait", async () => {
    for (const { key } of METRICS) {
      for (const side of ["counted", "left_out"] as const) {
        const asked = { run, partner: "acme", metric: key, side };
        expect(await listEvidence(acme, asked)).toEqual(await listEvidence(staff, asked));
      }
    }
  });

  test("another partner's records are not found, nor is a partner that does not exist", async () => {
    for (const partner of ["borealis", "nobody"]) {
      await expect(listEvidence(acme, { run, partner, metric: "m0" })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("a partner user does not find the evidence of a draft, which staff do", async () => {
    await expect(listEvidence(acme, { run: draft, partner: "acme", metric: "m0" })).rejects.toMatchObject({ code: "not_found" });
    await expect(listEvidence(staff, { run: draft, partner: "acme", metric: "m0" })).resolves.toMatchObject({ run: { number: draft } });
  });

  test("a metric that the program does not have and a run that does not exist are not found", async () => {
    await expect(listEvidence(staff, { run, partner: "acme", metric: "unheard_of" })).rejects.toMatchObject({ code: "not_found" });
    await expect(listEvidence(staff, { run: 99, partner: "acme", metric: "m0" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("metrics, which concern all partners at once, are refused to a partner's scope", async () => {
    const partnerId = (await factory.partnerIds()).get("acme") ?? Number.NaN;
    const collected = inScope({ orgId: factory.orgId, partnerId }, "read", (db) =>
      db.metrics.collect({ program: PROGRAM, asOf: AS_OF, knownAt: KNOWN_AT }),
    );
    await expect(collected).rejects.toMatchObject({ code: "forbidden" });
  });
});
