import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import type { KpiRow } from "@/lib/db/kpis";
import { inScope, type ScopedDb } from "@/lib/db/scoped";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { summarizeRun } from "@/lib/services/score/summarize-run";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type FactFactory, factFactory } from "../../support/facts";
import { programMeasuring } from "../metrics/metric-program";
import type { World } from "../metrics/plain-sums";
import { PARTNERS, randomWorld } from "../metrics/random-world";
import { type PlainDecision, plainSums } from "./plain-kpis";
import { publishDecisions } from "./publish-decisions";

const day = (text: string) => IsoDate.parse(text);
const PROGRAM = programMeasuring([{ kind: "posRevenue", window: { kind: "lifetime" } }], {
  exchangeRates: [
    { currency: "EUR", rate: 1.085 },
    { currency: "JPY", rate: 0.007 },
  ],
});
/** The last has come as far as November 17. */
const QUARTERS = [
  { from: day("2023-04-01"), until: day("2023-07-01") },
  { from: day("2023-07-01"), until: day("2023-10-01") },
  { from: day("2023-10-01"), until: day("2023-11-18") },
];
const REGION_OF: Readonly<Record<string, string>> = {
  acme: "dach",
  borealis: "bavaria",
  cumulus: "iberia",
  delta: "asia",
  echo: "dach",
  silent: "asia",
};
const CORE = ["road", "trail"];

const TIERS = ["registered", "silver", "gold"] as const;
const MOVEMENTS = ["promoted", "demoted", "unchanged", "held_in_grace"] as const;
/** No run was published in the first quarter, and "echo" was no partner yet in the second. */
const DECISIONS: readonly (readonly PlainDecision[])[] = QUARTERS.map((_, n) =>
  n === 0
    ? []
    : PARTNERS.filter((partner) => n > 1 || partner !== "echo").map((partner, i) => ({
        partner,
        tier: TIERS[(i + n) % 3] ?? "gold",
        qualified: TIERS[(i * n) % 3] ?? "gold",
        movement: MOVEMENTS[(i + n) % 4] ?? "unchanged",
      })),
);

let database: TestDatabase;
let factory: FactFactory;
let world: World;
let runs: (number | null)[];

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  factory = await factFactory(database.appUrl, { name: "kpis", currency: "USD" });
  world = await randomWorld(factory, 7_311);
  runs = await publishDecisions(
    database.appUrl,
    factory,
    PROGRAM,
    QUARTERS.map(({ until }, n) => ({ asOf: until, decisions: DECISIONS[n] ?? [], regionOf: REGION_OF })),
  );
});
afterAll(async () => {
  await factory.close();
  await closeDatabase();
  await database.drop();
});

const quarters = () => QUARTERS.map((quarter, n) => ({ ...quarter, runId: runs[n] ?? null }));
const staff = () => ({ orgId: factory.orgId, partnerId: null });

async function lineIds(codes: readonly string[]): Promise<number[]> {
  const lines = await inScope(staff(), "read", (db) => db.kpis.lines());
  return lines.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
}

async function regionIds(): Promise<ReadonlyMap<string, number>> {
  const regions = await inScope(staff(), "read", (db) => db.regions.listPaths());
  return new Map(regions.map(({ code, id }) => [code, id]));
}

/** A draft by its internal id, for the sums to be kept with. */
async function draftOf(knownAt: number): Promise<number> {
  const versions = await inScope(staff(), "read", (db) => db.programs.listVersions());
  const version = versions[0];
  if (version === undefined) throw new Error("the program has no version");
  const { id } = await inScope(staff(), "write", async (db) => {
    await db.runs.lockNumbering();
    return db.runs.createDraft({
      ...{
        programId: version.program.id,
        programVersionId: version.id,
        document: null,
        asOf: day("2023-11-17"),
        knownAt,
        baseRunId: null,
        engineVersion: "test",
      },
      ...{ inputHash: "kept", resultHash: "kept", partners: 0, summary: summarizeRun(PROGRAM, [], false), createdBy: "test" },
    });
  });
  return id;
}

/** What is expected of a group of partners in each quarter, in the shape of the rows. */
function expected(by: KpiRow["by"], key: string, partnersOf: (n: number) => readonly string[], knownAt: number, lines?: readonly string[]) {
  return QUARTERS.flatMap((quarter, n) => {
    const partners = partnersOf(n);
    if (partners.length === 0) return [];
    const plain = plainSums({
      world,
      program: PROGRAM,
      knownAt,
      ...quarter,
      partners,
      decisions: DECISIONS[n] ?? [],
      coreLines: CORE,
      ...(lines && { lines }),
    });
    return [{ by, quarter: n, key, sums: { ...plain, allocated: 0 } }];
  });
}

const inOrder = (rows: readonly KpiRow[]) => rows.toSorted((a, b) => (`${a.by} ${a.key} ${a.quarter}` < `${b.by} ${b.key} ${b.quarter}` ? -1 : 1));

describe("what KPIs are made of equals the plain sum over the same facts", () => {
  test.each([9, 6, 3, 0])("in total, by tier and by partner, as known at %i", async (knownAt) => {
    const core = await lineIds(CORE);
    const rows = await inScope(staff(), "read", (db) =>
      db.kpis.sums({ program: PROGRAM, knownAt, quarters: quarters(), narrowing: {}, coreLines: core }, { by: ["total", "tier", "partner"] }),
    );
    expect(inOrder(rows)).toEqual(
      inOrder([
        ...expected("total", "", () => PARTNERS, knownAt),
        ...TIERS.flatMap((tier) =>
          expected("tier", tier, (n) => (DECISIONS[n] ?? []).filter((one) => one.tier === tier).map(({ partner }) => partner), knownAt),
        ),
        ...PARTNERS.flatMap((partner) => expected("partner", partner, () => [partner], knownAt)),
      ]),
    );
  });

  test("by groups of regions, a partner's being that of its decision", async () => {
    const ids = await regionIds();
    const groups = [
      { code: "dach", key: "north" },
      { code: "bavaria", key: "north" },
      { code: "asia", key: "east" },
    ].map(({ code, key }) => ({ regionId: ids.get(code) ?? -1, key }));
    const rows = await inScope(staff(), "read", (db) =>
      db.kpis.sums({ program: PROGRAM, knownAt: 9, quarters: quarters(), narrowing: {}, coreLines: [] }, { by: ["region"], regions: groups }),
    );
    // Without a decision a partner is where it is now, and all are in "dach" now.
    const regionIn = (n: number, partner: string) => ((DECISIONS[n] ?? []).some((one) => one.partner === partner) ? REGION_OF[partner] : "dach");
    const partnersIn = (codes: readonly string[]) => (n: number) => PARTNERS.filter((partner) => codes.includes(regionIn(n, partner) ?? ""));
    const plain = [...expected("region", "north", partnersIn(["dach", "bavaria"]), 9), ...expected("region", "east", partnersIn(["asia"]), 9)];
    expect(inOrder(rows)).toEqual(inOrder(plain.map(({ sums, ...row }) => ({ ...row, sums: { ...sums, coreRevenue: 0 } }))));
  });

  test("narrowed to a tier, to regions, to one partner and to product lines", async () => {
    const ids = await regionIds();
    const core = await lineIds(CORE);
    const sums = (narrowing: object) =>
      inScope(staff(), "read", (db) =>
        db.kpis.sums({ program: PROGRAM, knownAt: 9, quarters: quarters(), narrowing, coreLines: core }, { by: ["total"] }),
      );
    expect(await sums({ tier: "gold" })).toEqual(
      expected("total", "", (n) => (DECISIONS[n] ?? []).filter(({ tier }) => tier === "gold").map(({ partner }) => partner), 9),
    );
    expect(await sums({ partner: "acme" })).toEqual(expected("total", "", () => ["acme"], 9));
    const inAsia = (n: number) => (DECISIONS[n] ?? []).filter(({ partner }) => REGION_OF[partner] === "asia").map(({ partner }) => partner);
    expect(await sums({ regions: [ids.get("asia")] })).toEqual(expected("total", "", inAsia, 9));
    expect(await sums({ lines: await lineIds(["road", "locks"]) })).toEqual(expected("total", "", () => PARTNERS, 9, ["road", "locks"]));
  });

  test.each([
    {
      name: "of a tier",
      narrowing: { tier: "silver" },
      partnersIn: (n: number) => (DECISIONS[n] ?? []).filter(({ tier }) => tier === "silver").map(({ partner }) => partner),
    },
    { name: "of everybody", narrowing: {}, partnersIn: () => PARTNERS },
  ])("by product line, $name", async ({ narrowing, partnersIn }) => {
    const asked = { program: PROGRAM, knownAt: 9, quarters: quarters(), narrowing };
    const inOrderOf = <Row extends { quarter: number; key: string }>(rows: readonly Row[]) =>
      rows.toSorted((a, b) => a.quarter - b.quarter || (a.key < b.key ? -1 : 1));
    const plain = ["helmets", "locks", "road", "trail"].flatMap((line) => expected("total", line, partnersIn, 9, [line]));
    const sums = plain.map(({ quarter, key, sums: { revenue, revenueBefore, units } }) => ({ quarter, key, revenue, revenueBefore, units }));

    const sold = await inScope(staff(), "read", (db) => db.kpis.byLine(asked, { before: true }));
    const isSold = ({ revenue, revenueBefore }: { revenue: number; revenueBefore: number }) => revenue !== 0 || revenueBefore !== 0;
    expect(inOrderOf(sold.filter(isSold))).toEqual(inOrderOf(sums.filter(isSold)));
    const soldNow = await inScope(staff(), "read", (db) => db.kpis.byLine(asked, { before: false }));
    expect(inOrderOf(soldNow.filter(isSold))).toEqual(inOrderOf(sums.map((row) => ({ ...row, revenueBefore: 0 })).filter(isSold)));

    const active = await inScope(staff(), "read", (db) => db.kpis.activeByLine(asked));
    expect(inOrderOf(active)).toEqual(
      inOrderOf(plain.flatMap(({ quarter, key, sums: { activePartners } }) => (activePartners === 0 ? [] : [{ quarter, key, activePartners }]))),
    );
  });
});

test("what a run keeps gives the same sums as the facts, whatever is narrowed to", async () => {
  const core = await lineIds(CORE);
  const knownAt = 6;
  const run = await draftOf(knownAt);
  await inScope(staff(), "write", (db) => db.kpis.keepSales(run, { program: PROGRAM, knownAt, quarters: quarters(), coreLines: core }));
  expect(await inScope(staff(), "read", (db) => db.kpis.keptCoreLines(run)).then((lines) => lines?.toSorted())).toEqual(core.toSorted());
  const ids = await regionIds();
  for (const narrowing of [
    {},
    { tier: "gold" },
    { partner: "acme" },
    { regions: [ids.get("asia") ?? -1] },
    { lines: await lineIds(["road", "locks"]) },
  ]) {
    const asked = { program: PROGRAM, knownAt, quarters: quarters(), narrowing, coreLines: core };
    const by = ["total", "tier", "partner"] as const;
    const kept = { ...asked, keptRunId: run };
    const read = <T>(of: (db: ScopedDb) => Promise<T>) => inScope(staff(), "read", of);
    expect(inOrder(await read((db) => db.kpis.sums(kept, { by }))), JSON.stringify(narrowing)).toEqual(
      inOrder(await read((db) => db.kpis.sums(asked, { by }))),
    );
    for (const before of [true, false]) {
      expect(await read((db) => db.kpis.byLine(kept, { before }))).toEqual(await read((db) => db.kpis.byLine(asked, { before })));
    }
    expect(await read((db) => db.kpis.activeByLine(kept))).toEqual(await read((db) => db.kpis.activeByLine(asked)));
  }
  const one = { program: PROGRAM, knownAt, quarters: quarters().slice(1, 2), narrowing: {}, coreLines: core };
  const [row] = await inScope(staff(), "read", (db) => db.kpis.sums({ ...one, keptRunId: run }, { by: ["total"] }));
  expect([row]).toEqual(await inScope(staff(), "read", (db) => db.kpis.sums(one, { by: ["total"] })));
});

test("the run of a quarter is the last one published as of one of its days", async () => {
  const found = await inScope(staff(), "read", (db) => db.kpis.runsByQuarter("main", QUARTERS));
  expect(found.map((run) => run?.id ?? null)).toEqual(runs);
});

test("facts in a currency that the program has no rate for are refused by its name", async () => {
  const without = { ...PROGRAM, exchangeRates: PROGRAM.exchangeRates.filter(({ currency }) => currency !== "JPY") };
  const asked = { program: without, knownAt: 9, quarters: quarters(), narrowing: {}, coreLines: [] };
  await expect(inScope(staff(), "read", (db) => db.kpis.sums(asked, { by: ["total"] }))).rejects.toMatchObject({
    code: "unprocessable",
    details: { currency: "JPY" },
  });
  await expect(inScope(staff(), "read", (db) => db.kpis.byLine(asked, { before: true }))).rejects.toMatchObject({
    code: "unprocessable",
    details: { currency: "JPY" },
  });
});
