import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { movementCodesOf } from "@/lib/contracts/movement-group";
import type { StandingsQuery, StandingsRow } from "@/lib/contracts/standings";
import { getHome } from "@/lib/services/measure/get-home";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { exportStandingsCsv } from "@/lib/services/score/export-standings";
import { getRun } from "@/lib/services/score/get-run";
import { listDecisions } from "@/lib/services/score/list-decisions";
import { listStandings } from "@/lib/services/score/list-standings";
import { publishRun } from "@/lib/services/score/publish-run";
import { type Measured, type PartnerSeed, program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const PARTNERS = 60;
const LAST_RUN = 3;
/** Of a thousand variations, by the default rule. */
const SOLID_FROM = 900;
const TYPES = ["dealer", "reseller", undefined];
/** Partners with a score of their own; the others have any. */
const SCORES = { P020: 60, P021: 59.9, P022: 61.9, P023: 62, P024: 58, P025: 38.1, P026: 38 };
const database = scoreDatabase();
let org: ScoreOrganization;
let all: StandingsRow[];

/** Whole numbers below `below`, the same ones at every run. */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % below;
  };
}

const SEEDS = Array.from({ length: PARTNERS }, (_, i): PartnerSeed => {
  const type = TYPES[i % 3];
  const odd = { 7: "=HYPERLINK(1)", 8: '50%_off, "Ltd"', 9: "Ärger & Söhne" }[i];
  return {
    code: `P${String(i).padStart(3, "0")}`,
    name: odd ?? `${i % 2 === 0 ? "Nord" : "Sued"} ${i}`,
    region: i % 4 === 0 ? "south" : "north",
    ...(type === undefined ? {} : { type }),
  };
});

beforeAll(async () => {
  org = await database.organization("standings", SEEDS);
  const next = pseudoRandom(7);
  const measured = () => ({
    ...Object.fromEntries(SEEDS.slice(0, -2).map(({ code }): [string, Measured] => [code, { sales: next(101), quality: next(101) }])),
    ...Object.fromEntries(Object.entries(SCORES).map(([code, score]) => [code, { sales: score, quality: score }])),
  });
  await org.publishProgram(program());
  await org.override("P005", "gold", "2025-01-01");
  for (const asOf of ["2024-03-31", "2024-06-30", "2024-09-30"]) {
    await org.observe(asOf, measured());
    const { number } = await evaluateRun(org.manager, { asOf });
    await publishRun(org.manager, { run: number });
  }
  all = (await listDecisions(org.manager, { run: LAST_RUN, limit: 200 })).items;
}, 60_000);

function plainFilter(query: z.input<typeof StandingsQuery>): StandingsRow[] {
  const found = (text: string) => query.search === undefined || text.toLowerCase().includes(query.search.toLowerCase());
  return all.filter(
    (row) =>
      (found(row.partner.code) || found(row.partner.name)) &&
      (query.tier === undefined || row.tier === query.tier) &&
      (query.region === undefined || query.region === "world" || row.region.code === query.region) &&
      (query.type === undefined || row.type === query.type) &&
      (query.movement === undefined || movementCodesOf(query.movement).includes(row.movement)) &&
      (!query.borderline || (row.stays ?? 1000) < SOLID_FROM),
  );
}

const FILTERS: readonly z.input<typeof StandingsQuery>[] = [
  {},
  { tier: "gold" },
  { region: "south" },
  { region: "world" }, // a region stands for those below it
  { region: "no such region" },
  { type: "dealer" },
  { search: "nord" },
  { search: "p01" },
  { search: "50%_" },
  { search: "%" },
  { search: "ÄRGER" },
  { search: "\\" },
  ...(["promoted", "demoted", "entered", "held", "unchanged", "overridden", "in_grace"] as const).map((movement) => ({ movement })),
  { borderline: true },
  { tier: "silver", region: "north", search: "sued", movement: "unchanged" },
  { tier: "no such tier" },
];

describe("the standings", () => {
  test.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))(
    "filtered by %s are those that a plain filter leaves",
    async (_, filter) => {
      const expected = plainFilter(filter);
      const standings = await listStandings(org.manager, filter);
      expect(standings.rows).toEqual(expected.slice(0, 50));
      expect(standings.total).toBe(expected.length);
      const scores = expected.flatMap(({ score }) => (score === null ? [] : [score]));
      if (scores.length === 0) expect(standings.averageScore).toBeNull();
      else expect(standings.averageScore).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / scores.length, 9);
    },
  );

  test("hold every kind of row that the filters look for, so that these tests mean something", () => {
    const sizes = FILTERS.map((filter) => [JSON.stringify(filter), plainFilter(filter).length] as const);
    const empty = sizes.filter(([, size]) => size === 0).map(([filter]) => filter);
    expect(empty).toEqual(['{"region":"no such region"}', '{"search":"\\\\"}', '{"movement":"entered"}', '{"tier":"no such tier"}']);
    expect(sizes[0]).toEqual(["{}", PARTNERS]);
  });

  test.each([
    ["name", (row: StandingsRow) => row.partner.name.toLowerCase()],
    ["score", (row: StandingsRow) => row.score],
    ["tier", (row: StandingsRow) => row.tierRank],
    ["region", (row: StandingsRow) => row.region.name],
    ["movement", (row: StandingsRow) => row.steps],
    ["rank", (row: StandingsRow) => row.rank],
  ] as const)("sort by %s both ways, equal ones by code, those without a value last", async (sort, value) => {
    for (const direction of ["asc", "desc"] as const) {
      const sign = direction === "asc" ? 1 : -1;
      const expected = all.toSorted((a, b) => {
        const [left, right] = [value(a), value(b)];
        if (left === right) return a.partner.code < b.partner.code ? -1 : 1;
        if (left === null || right === null) return left === null ? 1 : -1;
        return left < right ? -sign : sign;
      });
      const pages = [await listStandings(org.manager, { sort, direction }), await listStandings(org.manager, { sort, direction, page: 2 })];
      expect(pages.flatMap(({ rows }) => rows.map(({ partner }) => partner.code))).toEqual(expected.map(({ partner }) => partner.code));
    }
  });

  test("give the last page for a page beyond it, and one empty page when nothing matches", async () => {
    expect(await listStandings(org.manager, { page: 99 })).toMatchObject({ page: 2, pages: 2, total: PARTNERS });
    expect(await listStandings(org.manager, { tier: "no such tier", page: 3 })).toMatchObject({ page: 1, pages: 1, total: 0, rows: [] });
  });

  test("offer the tiers, regions and types of the run to filter by", async () => {
    const { choices } = await listStandings(org.manager, {});
    expect(choices).toEqual({
      tiers: [
        { code: "registered", name: "Registered" },
        { code: "silver", name: "Silver" },
        { code: "gold", name: "Gold" },
      ],
      regions: [
        { code: "world", name: "world", depth: 0 },
        { code: "north", name: "north", depth: 1 },
        { code: "south", name: "south", depth: 1 },
      ],
      types: ["dealer", "reseller"],
    });
  });

  test("are those of an earlier run when it is asked for", async () => {
    const { run, rows } = await listStandings(org.manager, { run: 1 });
    expect(run.number).toBe(1);
    expect(new Set(rows.map(({ movement }) => movement))).toEqual(new Set(["entered", "overridden"]));
  });

  test("call a partner borderline whose tier changes with the weights, as the run's own count does", async () => {
    const { borderline } = await getRun(org.manager, { run: LAST_RUN });
    expect(borderline).toBe(all.filter((row) => row.borderline).length);
    expect(borderline).toBeGreaterThan(0);
    for (const row of all) expect(row.borderline).toBe((row.stays ?? 0) < SOLID_FROM);
    // However near to a cut: of two equal criteria no weight changes the mean.
    for (const code of Object.keys(SCORES))
      expect(all.find(({ partner }) => partner.code === code)).toMatchObject({ borderline: false, stays: 1000 });
  });

  test("span each rank by those that other weights give", () => {
    for (const { rank, rankBest, rankWorst } of all) {
      expect(rankBest === null).toBe(rank === null);
      expect(rankBest ?? 0).toBeLessThanOrEqual(rank ?? 0);
      expect(rankWorst ?? 0).toBeGreaterThanOrEqual(rank ?? 0);
    }
    expect(all.some(({ rankBest, rankWorst }) => rankBest !== rankWorst)).toBe(true);
  });
});

describe("the export", () => {
  async function exported(query: z.input<typeof StandingsQuery>): Promise<{ text: string; rows: Record<string, string>[] }> {
    const { chunks } = await exportStandingsCsv(org.manager, query);
    let text = "";
    for await (const chunk of chunks) text += chunk;
    return { text, rows: parse(text, { columns: true, bom: true }) };
  }

  test("holds all that the filter matches, in the order asked for, each line with where it comes from", async () => {
    const { rows } = await exported({ region: "north", sort: "name", direction: "desc" });
    const shown = await listStandings(org.manager, { region: "north", sort: "name", direction: "desc" });
    expect(rows.map(({ partner_code }) => partner_code)).toEqual(shown.rows.map(({ partner }) => partner.code));
    expect(new Set(rows.map(({ organization, run, as_of, filter }) => `${organization}|${run}|${as_of}|${filter}`))).toEqual(
      new Set(["standings|3|2024-09-30|region=north"]),
    );
    expect(rows.map(({ score }) => score)).toEqual(shown.rows.map(({ score }) => String(score ?? "")));
    const names = Object.fromEntries(shown.run.tiers.map(({ tier, name }) => [tier, name]));
    const tiers = rows.map(({ tier, qualified_tier }) => [tier, qualified_tier]);
    expect(tiers).toEqual(shown.rows.map(({ tierName, qualified }) => [tierName, names[qualified]]));
  });

  test("writes no cell that a spreadsheet would run as a formula, and quotes what CSV must quote", async () => {
    const { text, rows } = await exported({});
    expect(rows.find(({ partner_code }) => partner_code === "P007")?.partner_name).toBe("'=HYPERLINK(1)");
    expect(rows.find(({ partner_code }) => partner_code === "P008")?.partner_name).toBe('50%_off, "Ltd"');
    expect(text.startsWith("\uFEFForganization,run,status,as_of,program_version,filter,rank,")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(PARTNERS + 2);
  });

  test("is refused to a partner user", async () => {
    await expect(exportStandingsCsv(org.partnerUser("P001"), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("home shows the largest falls and rises, the least firm tiers, who is in grace, and a draft that waits", async () => {
  await evaluateRun(org.manager, { asOf: "2024-10-31" });
  const home = await getHome(org.manager, {});
  expect(home.current?.number).toBe(LAST_RUN);
  expect(home.draft?.number).toBe(LAST_RUN + 1);
  expect(home.inGrace).toBe(all.filter(({ movement }) => movement === "held_in_grace").length);
  const leastFirm = all.flatMap(({ borderline, stays }) => (borderline ? [stays ?? 0] : [])).toSorted((a, b) => a - b);
  expect(home.borderline.map(({ stays }) => stays)).toEqual(leastFirm.slice(0, 10));
  expect(home.moves.every(({ from, to }) => from !== to)).toBe(true);
  const falls = all.map(({ steps }) => steps).filter((steps) => steps < 0);
  const rises = all.map(({ steps }) => steps).filter((steps) => steps > 0);
  const shownFalls = Math.min(falls.length, Math.max(5, 10 - rises.length));
  expect(home.moves.map(({ steps }) => steps)).toEqual([
    ...falls.toSorted((a, b) => a - b).slice(0, shownFalls),
    ...rises.toSorted((a, b) => b - a).slice(0, 10 - shownFalls),
  ]);
  expect(home.steps).toEqual({ regions: true, products: false, partners: true, pos: false, program: true, published: true });
});

test("home of a new organization leads to its first result", async () => {
  const fresh = await database.organization("fresh", []);
  expect(await getHome(fresh.manager, {})).toEqual({
    organization: { name: "fresh", isDemo: false },
    steps: { regions: true, products: false, partners: false, pos: false, program: false, published: false },
    sample: { state: "absent", isOffered: false, step: null, stepsDone: 0, steps: 0, failure: null }, // there are regions of its own
    maySample: false,
    ...{ current: null, draft: null, moves: [], borderline: [], attention: [], expiring: [] },
    ...{ dataThrough: null, inGrace: 0, tierNames: {}, funds: null },
  });
});
