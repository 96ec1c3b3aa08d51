import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import type { Evidence } from "@/lib/contracts/scorecard";
import { closeDatabase } from "@/lib/db/client";
import type { MetricSource, Window } from "@/lib/domain/define/metric";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { discardWaiting } from "@/lib/services/measure/discard-waiting";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listEvidence } from "@/lib/services/score/list-evidence";
import { publishRun } from "@/lib/services/score/publish-run";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type FactFactory, factFactory, type OpportunityFact, type PosFact } from "../../support/facts";
import { programMeasuring } from "./metric-program";

const YEAR: Window = { kind: "trailingMonths", months: 12 };
const SOURCES: readonly MetricSource[] = [
  { kind: "posRevenue", window: YEAR, filter: { lines: ["road"], regions: ["europe"] } },
  { kind: "openPipeline", origin: "sourced" },
  { kind: "certifiedPeople", tracks: ["service"], minLevel: 2 },
  { kind: "observation", metric: "sla", aggregate: "latest", window: YEAR },
  { kind: "observation", metric: "sla", aggregate: "max", window: { kind: "trailingMonths", months: 24 } },
];

let database: TestDatabase;
let factory: FactFactory;
let staff: Actor;
let acme: Actor;
let run: number;

const sale = (document: string, overrides: Partial<PosFact> = {}): PosFact => ({
  partner: "acme",
  sku: "road-1",
  region: "dach",
  date: "2023-06-15",
  units: 1,
  netE4: 100_0000,
  currency: "USD",
  document,
  ...overrides,
});
const deal = (code: string, overrides: Partial<OpportunityFact> = {}): OpportunityFact => ({
  code,
  partner: "acme",
  status: "open",
  origin: "sourced",
  amountE4: 500_0000,
  currency: "USD",
  createdOn: "2023-01-01",
  closedOn: null,
  ...overrides,
});
const certificate = (person: string, overrides: object = {}) => ({
  partner: "acme",
  person,
  track: "service",
  level: 2,
  earnedOn: "2022-01-01",
  expiresOn: null,
  ...overrides,
});
const waiting = (sku: string) => ({
  partner: "acme",
  sku,
  row: {
    partner_code: "acme",
    sku,
    sale_date: "2023-06-20",
    units: 4,
    net_amount: 44_0000,
    currency: null,
    region_code: "dach",
    document: `waits-${sku}`,
    document_line: null,
  },
});

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  factory = await factFactory(database.appUrl, { name: "reasons", currency: "USD" });
  await factory.region("world");
  await factory.region("europe", "world");
  await factory.region("dach", "europe");
  await factory.product("road-1", "road", "bikes");
  await factory.product("helmet-1", "helmets", "accessories");
  await factory.product("late-1", "road", "bikes");
  await factory.customMetric("sla");
  await factory.partner("acme", "dach");
  await factory.partner("rival", "dach");

  const first = await factory.batch({
    pos: [
      sale("counted"),
      sale("counted-return", { units: -1, netE4: -30_0000, date: "2023-11-30" }),
      sale("first-day-of-window", { date: "2022-12-01" }),
      sale("corrected"),
      sale("too-early", { date: "2022-11-30" }),
      sale("too-late", { date: "2023-12-01" }),
      sale("other-line", { sku: "helmet-1" }),
      sale("region-above", { region: "world" }),
    ],
    parked: [waiting("never-known")],
  });
  const parked = await factory.batch({ parked: [waiting("late-1")] });
  await factory.batch({
    opportunities: [
      deal("open"),
      deal("closed-later", { status: "won", closedOn: "2023-12-01" }),
      deal("closed-on-the-day", { status: "won", closedOn: "2023-11-30" }),
      deal("created-later", { createdOn: "2023-12-01" }),
      deal("influenced", { origin: "influenced" }),
      deal("changed"),
      deal("moved"),
    ],
  });
  await factory.batch({
    certifications: [
      certificate("valid"),
      certificate("expires-on-the-day", { expiresOn: "2023-11-30" }),
      certificate("expires-next-day", { expiresOn: "2023-12-01" }),
      certificate("earned-later", { earnedOn: "2023-12-01" }),
      certificate("low-level", { level: 1 }),
      certificate("other-track", { track: "sales" }),
    ],
    observations: [
      { partner: "acme", metric: "sla", observedOn: "2023-03-31", value: 91.5 },
      { partner: "acme", metric: "sla", observedOn: "2023-11-30", value: 95 },
      { partner: "acme", metric: "sla", observedOn: "2022-11-30", value: 80 },
    ],
  });
  const known = await factory.batch({
    pos: [sale("correction", { netE4: 70_0000 })],
    retire: [first.lineIds[3] ?? ""],
    opportunities: [deal("changed", { amountE4: 900_0000 }), deal("moved", { partner: "rival" })],
    observations: [{ partner: "acme", metric: "sla", observedOn: "2023-11-30", value: 96.5 }],
  });
  await factory.batch({
    pos: [sale("arrived-later")],
    retire: [first.lineIds[0] ?? ""],
    opportunities: [deal("open", { amountE4: 1 }), deal("new")],
  });
  await factory.batch({ pos: [sale("waits-late-1", { sku: "late-1" })], replayOf: parked.number });

  staff = Actor.system(factory.orgId, "test");
  acme = Actor.fromUserRow({
    id: 1,
    orgId: factory.orgId,
    name: "Ada of Acme",
    role: "partner",
    partnerId: (await factory.partnerIds()).get("acme") ?? Number.NaN,
  });
  await createProgramVersion(staff, { program: "main", document: programMeasuring(SOURCES) });
  await publishProgramVersion(staff, { program: "main", version: 1, effectiveFrom: IsoDate.parse("2022-01-01") });
  run = (await evaluateRun(staff, { asOf: IsoDate.parse("2023-11-30"), knownAt: known.seq })).number;
  await publishRun(staff, { run });
});
afterAll(async () => {
  await factory.close();
  await closeDatabase();
  await database.drop();
});

async function side(metric: string, which: Evidence["side"], actor: Actor = staff): Promise<string[]> {
  const { records } = await listEvidence(actor, { run, partner: "acme", metric, side: which });
  return records
    .map(({ reference, what, reason, quantity }) =>
      [which === "counted" ? "counted" : reason, reference, metric === "m3" || metric === "m4" ? quantity : "", metric === "m2" ? what : ""]
        .filter((part) => part !== "")
        .join(" "),
    )
    .sort();
}

describe("a record is left out for the first reason that holds", () => {
  test("of POS lines", async () => {
    expect(await side("m0", "counted")).toEqual(["counted correction", "counted counted", "counted counted-return", "counted first-day-of-window"]);
    expect(await side("m0", "left_out")).toEqual([
      "filtered other-line",
      "filtered region-above",
      "known_later arrived-later",
      "outside_window too-early",
      "outside_window too-late",
      "replaced corrected",
      "unmatched waits-late-1",
      "unmatched waits-never-known",
    ]);
  });

  test("of opportunities", async () => {
    expect(await side("m1", "counted")).toEqual(["counted changed", "counted closed-later", "counted open"]);
    expect(await side("m1", "left_out")).toEqual([
      "filtered influenced",
      "known_later new",
      "known_later open",
      "not_open closed-on-the-day",
      "outside_window created-later",
      "replaced changed",
      "replaced moved",
    ]);
  });

  test("of certificates", async () => {
    expect(await side("m2", "counted")).toEqual(["counted expires-next-day service 2", "counted valid service 2"]);
    expect(await side("m2", "left_out")).toEqual([
      "expired expires-on-the-day service 2",
      "filtered low-level service 1",
      "filtered other-track sales 2",
      "outside_window earned-later service 2",
    ]);
  });

  test("of observations", async () => {
    expect(await side("m3", "counted")).toEqual(["counted sla 96.5"]);
    expect(await side("m3", "left_out")).toEqual(["not_latest sla 91.5", "outside_window sla 80", "replaced sla 95"]);
    expect(await side("m4", "counted")).toEqual(["counted sla 96.5"]);
    expect(await side("m4", "left_out")).toEqual(["not_highest sla 80", "not_highest sla 91.5", "replaced sla 95"]);
  });

  test("a partner user sees the same, but not the rows that wait for their product", async () => {
    expect(await side("m0", "left_out", acme)).toEqual((await side("m0", "left_out")).filter((record) => record !== "unmatched waits-never-known"));
    for (const metric of ["m0", "m1", "m2", "m3"]) expect(await side(metric, "counted", acme)).toEqual(await side(metric, "counted"));
    for (const metric of ["m1", "m2", "m3"]) expect(await side(metric, "left_out", acme)).toEqual(await side(metric, "left_out"));
  });
});

test("a record shows where it came from and what it is worth", async () => {
  const { records, totals, metric } = await listEvidence(staff, { run, partner: "acme", metric: "m0" });
  expect(records[0]).toEqual({
    kind: "pos",
    date: "2023-11-30",
    reference: "counted-return",
    what: "road-1 Product road-1",
    region: "dach",
    quantity: -1,
    amountE4: -30_0000,
    currency: "USD",
    batch: 1,
    line: 2,
    part: null,
    reason: null,
  });
  expect(totals).toEqual([{ part: null, currency: "USD", amountE4: 240_0000 }]);
  expect(metric).toMatchObject({ value: 240, facts: 4, from: "2022-12-01", until: "2023-12-01" });
});

test("a page past the last shows the last", async () => {
  await expect(listEvidence(staff, { run, partner: "acme", metric: "m0", page: 50 })).resolves.toMatchObject({
    page: 1,
    pages: 1,
    counts: { counted: 4, leftOut: 8 },
  });
});

test("a row that waited at the run is left out as waiting also after somebody discarded it", async () => {
  const before = await side("m0", "left_out");
  expect(before).toContain("unmatched waits-never-known");
  await discardWaiting(staff, { batch: 1 });
  expect(await side("m0", "left_out")).toEqual(before);
});
