import { parse } from "csv-parse/sync";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import { exportCoverageCsv, exportCoverageXlsx } from "@/lib/services/activate/export-coverage";
import { getCoverageCell } from "@/lib/services/activate/get-coverage-cell";
import { getCoverageHistory } from "@/lib/services/activate/get-coverage-history";
import { getCoverageMap } from "@/lib/services/activate/get-coverage-map";
import { getCoverageMatrix } from "@/lib/services/activate/get-coverage-matrix";
import { listCoverageGaps } from "@/lib/services/activate/list-coverage-gaps";
import { processImport } from "@/lib/services/measure/process-import";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import type { PosFact } from "../../support/facts";
import { scoreDatabase } from "../../support/score-database";

const RULE: CoverageRule = {
  trailingMonths: 12,
  activeFrom: 100,
  qualifiedTier: "silver",
  thin: { fewerThan: 2, belowPercent: 50 },
  contestedAbove: 2,
};

const database = scoreDatabase();
let org: ScoreOrganization;

const sale = (partner: string, region: string, sku: string, netE4: number, date = "2024-05-05"): PosFact => ({
  ...{ partner, region, sku, netE4, date },
  units: 1,
  currency: "USD",
});

/** In north (weight 2) and south (1) of the world; G1 to G3 gold in north, S silver in south, R registered in south. */
const SALES = [
  sale("G1", "north", "R1", 3_000_000),
  sale("G2", "north", "R1", 1_500_000),
  sale("G3", "north", "R1", 1_500_001), // 300.0000 a unit of weight and a ten-thousandth, on 2 of weight
  sale("R", "south", "R1", 900_000),
  sale("S", "south", "C1", 999_999), // a ten-thousandth too little to be active
  sale("G1", "world", "R1", 50_000), // booked on a region that has others below it
  sale("G1", "north", "M1", 7_000_000, "2023-05-31"), // before the window of the second run
];

beforeAll(async () => {
  org = await database.organization("coverage", [
    ...["G1", "G2", "G3"].map((code) => ({ code })),
    ...["S", "R"].map((code) => ({ code, region: "south" })),
  ]);
  await org.facts.product("R1", "road", "bikes");
  await org.facts.product("M1", "mountain", "bikes");
  await org.facts.product("C1", "caps", "clothing");
  await org.sql("update region set weight = case code when 'north' then 2 when 'south' then 1 end where org_id = $1", [org.orgId]);
  await org.publishProgram(program());
  const high = { sales: 90, quality: 90 };
  await org.observe("2024-03-20", { G1: high, G2: high, G3: high, S: { sales: 50, quality: 50 }, R: { sales: 1, quality: 1 } });
  await org.facts.batch({ pos: SALES });
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  await org.publishProgram(program({ coverage: RULE }), "2024-04-01");
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  await publishRun(org.manager, { run: 2 });
}, 60_000);

async function upload(file: string): Promise<void> {
  async function* body() {
    yield Buffer.from(file);
  }
  const { number } = await receiveImport(org.manager, { kind: "potentials", fileName: "potentials.csv", body: body() });
  expect(await processImport(org.manager, { batch: number })).toMatchObject({ status: "published" });
}

describe("the matrix of a run", () => {
  test("adds up what is sold, what could be, and how many cells are in which state", async () => {
    const matrix = await getCoverageMatrix(org.manager, {});
    expect(matrix).toMatchObject({ rule: RULE, qualifiedTier: "Silver", unplacedE4: 50_000, path: [], category: null });
    expect(matrix.columns.map(({ code }) => code)).toEqual(["bikes", "clothing"]); // mountain was sold before the window
    expect(matrix.rows.map(({ region, isLeaf }) => [region.code, isLeaf])).toEqual([
      ["north", true],
      ["south", true],
    ]);
    const [north, south] = matrix.rows;
    expect(north?.cells[0]).toMatchObject({
      cells: 1,
      revenueE4: 6_000_001,
      potentialE4: 4_600_001,
      reachedE4: 4_600_001,
      byState: { contested: 1 },
    });
    expect(south?.cells[0]).toMatchObject({ cells: 1, revenueE4: 900_000, potentialE4: 2_300_000, reachedE4: 0, byState: { white_space: 1 } });
    expect(south?.cells[1]).toMatchObject({ revenueE4: 999_999, potentialE4: 999_999, byState: { white_space: 1 } });
    expect(north?.cells[1]).toMatchObject({ revenueE4: 0, potentialE4: 1_999_998, byState: { white_space: 1 } });
    expect(matrix.total.revenueE4).toBe(SALES.filter(({ date }) => date > "2023-06-30").reduce((sum, { netE4 }) => sum + netE4, 0));
    expect(matrix.totals.reduce((sum, column) => sum + column.revenueE4, 0)).toBe(matrix.total.revenueE4);
  });

  test("goes down into a category and a region", async () => {
    const bikes = await getCoverageMatrix(org.manager, { category: "bikes", region: "south" });
    expect(bikes).toMatchObject({ path: [{ code: "world" }, { code: "south" }], category: { code: "bikes" }, columns: [{ code: "road" }] });
    expect(bikes.rows.map(({ region }) => region.code)).toEqual(["south"]);
    expect(bikes.total).toMatchObject({ cells: 1, revenueE4: 900_000 });
    expect((await getCoverageMatrix(org.manager, { rows: "lowest" })).rows.map(({ region }) => region.code)).toEqual(["north", "south"]);
  });

  test("of a version without the rule has no cell, and says so", async () => {
    expect(await getCoverageMatrix(org.manager, { run: 1 })).toMatchObject({ rule: null, rows: [{ total: { cells: 0 } }, { total: { cells: 0 } }] });
  });

  test.each([{ region: "atlantis" }, { category: "boats" }, { run: 99 }])("of %j is not found", async (query) => {
    await expect(getCoverageMatrix(org.manager, query)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("gaps and cells", () => {
  test("come with who could close them, and why", async () => {
    const { gaps, count } = await listCoverageGaps(org.manager, {});
    expect(count).toBe(3);
    expect(gaps.map(({ rank, region, line, state, potential }) => [rank, region.code, line.code, state, potential?.amountE4])).toEqual([
      [1, "south", "road", "white_space", 2_300_000],
      [2, "north", "caps", "white_space", 1_999_998],
      [3, "south", "caps", "white_space", 999_999],
    ]);
    expect(gaps[0]?.candidates.map(({ partner, nearness, sells, isQualified }) => [partner.code, nearness, sells, isQualified])).toEqual([
      ["G1", "sibling", "line", true],
      ["G3", "sibling", "line", true],
      ["G2", "sibling", "line", true],
    ]);
    expect((await listCoverageGaps(org.manager, { state: "thin" })).gaps).toEqual([]);
  });

  test("show each seller with what it counts as", async () => {
    expect(await getCoverageCell(org.manager, { region: "south", line: "caps" })).toMatchObject({
      state: "white_space",
      partners: 0,
      sellers: [
        { partner: { code: "S", name: "Partner S" }, tier: "silver", tierName: "Silver", revenueE4: 999_999, isActive: false, isQualified: true },
      ],
    });
    const road = await getCoverageCell(org.manager, { region: "south", line: "road" });
    expect(road.sellers).toMatchObject([{ partner: { code: "R" }, isActive: false, isQualified: false }]);
    expect(road.candidates.length).toBe(4);
    await expect(getCoverageCell(org.manager, { region: "south", line: "mountain" })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("the file of all cells adds up to the page, to the last decimal", async () => {
  const { total } = await getCoverageMatrix(org.manager, {});
  const { fileName, chunks } = await exportCoverageCsv(org.manager, {});
  let text = "";
  for await (const chunk of chunks) text += chunk;
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const e4 = (amount = "") => Math.round(Number(amount === "" ? 0 : amount) * 10_000);
  expect(fileName).toBe("coverage-run-2-2024-06-30.csv");
  expect(rows.filter(({ state }) => state !== "not a cell").length).toBe(total.cells);
  expect(rows.reduce((sum, { revenue }) => sum + e4(revenue), 0)).toBe(total.revenueE4);
  expect(rows.reduce((sum, { potential }) => sum + e4(potential), 0)).toBe(total.potentialE4);
  expect(rows.find(({ region_code, line_code }) => region_code === "south" && line_code === "road")).toMatchObject({
    ...{ organization: "coverage", run: "2", region_path: "world / south", category: "bikes", state: "white_space", active_qualified_partners: "0" },
    ...{ revenue: "90", potential: "230", potential_source: "estimated", currency: "USD" },
  });
});

test("each published run is judged by its own version's rule", async () => {
  const { runs } = await getCoverageHistory(org.manager, {});
  expect(runs.map(({ run, version, total }) => [run, version, total?.byState.contested ?? null])).toEqual([
    [1, 1, null],
    [2, 2, 1],
  ]);
});

describe("a run keeps what its cells are judged from, and who sold it", () => {
  const readAll = async () => ({
    matrix: await getCoverageMatrix(org.manager, { run: 2 }),
    gaps: await listCoverageGaps(org.manager, { run: 2 }),
    gap: await getCoverageCell(org.manager, { run: 2, region: "south", line: "road" }),
    covered: await getCoverageCell(org.manager, { run: 2, region: "north", line: "road" }),
  });
  const kept = async () => ({
    cells: (
      await org.sql(
        "select run_id, count(*)::int as cells, sum(partners)::int as partners, sum(revenue_e4)::int as revenue from run_cell where org_id = $1 group by 1",
        [org.orgId],
      )
    ).rows,
    sales: (
      await org.sql("select run_id, count(*)::int as sales, sum(revenue_e4)::int as revenue from run_cell_sale where org_id = $1 group by 1", [
        org.orgId,
      ])
    ).rows,
  });

  test("which never changes once it is published", async () => {
    const before = await kept();
    const { revenueE4 } = (await readAll()).matrix.total;
    // The first run's version has no rule.
    expect(before).toEqual({
      cells: [expect.objectContaining({ cells: 4, partners: 3, revenue: revenueE4 })],
      sales: [expect.objectContaining({ sales: 6, revenue: revenueE4 })],
    });
    for (const statement of [
      "delete from run_cell where org_id = $1",
      "delete from run_cell_sale where org_id = $1",
      "insert into run_cell (org_id, run_id, region_id, line_id, revenue_e4, partners) select org_id, run_id, (select id from region where org_id = $1 and code = 'world'), line_id, 1, 0 from run_cell where org_id = $1 and partners = 0 limit 1",
      "insert into run_cell_sale (org_id, run_id, line_id, region_id, partner_id, revenue_e4) select org_id, run_id, line_id, region_id, -1, 1 from run_cell_sale where org_id = $1 limit 1",
      "update run_cell set revenue_e4 = 0 where org_id = $1",
      "update run_cell_sale set revenue_e4 = 0 where org_id = $1",
      "truncate run_cell -- $1",
      "truncate run_cell_sale -- $1",
    ]) {
      await expect(org.sql(statement, statement.includes("truncate") ? [] : [org.orgId]), statement).rejects.toThrow();
    }
    expect(await kept()).toEqual(before);
  });

  test("and is the same as added up anew, for a run of before it was kept", async () => {
    const before = await readAll();
    expect(before.gaps.gaps.some(({ candidates }) => candidates.length > 0)).toBe(true);
    const owner = new pg.Client(database.ownerUrl());
    await owner.connect();
    await owner.query(
      `begin; select set_config('app.org_id', '${org.orgId}', true); ${["run_cell", "run_cell_sale"].map((table) => `alter table ${table} disable trigger only_draft_out; delete from ${table}; alter table ${table} enable trigger only_draft_out`).join("; ")}; commit`,
    );
    await owner.end();
    expect(await kept()).toEqual({ cells: [], sales: [] });
    expect(await readAll()).toEqual(before);
  });
});

test("regions without a code of ISO 3166 are on no map", async () => {
  expect((await getCoverageMap(org.manager, {})).regions).toEqual([]);
});

test("a region is on the map by its code, but two letters below a country are no country", async () => {
  const mapped = await database.organization("mapped", [{ code: "A" }]);
  for (const [code, parent] of [
    ["US", "world"],
    ["SE", "US"],
    ["US-FL", "SE"],
    ["US-GA", "SE"],
    ["DE", "world"],
    ["BY", "DE"],
  ] as const) {
    await mapped.facts.region(code, parent);
  }
  await mapped.facts.product("R1", "road", "bikes");
  await mapped.publishProgram(program({ coverage: RULE }));
  await mapped.observe("2024-03-20", { A: { sales: 90, quality: 90 } });
  await mapped.facts.batch({ pos: [sale("A", "US-FL", "R1", 3_000_000)] });
  await evaluateRun(mapped.manager, { asOf: "2024-06-30" });
  await publishRun(mapped.manager, { run: 1 });
  const { regions, total } = await getCoverageMap(mapped.manager, {});
  expect(regions.map(({ map, region, isLeaf, sum }) => [map, region.code, isLeaf, sum.cells, sum.revenueE4])).toEqual([
    ["countries", "DE", false, 1, 0],
    ["countries", "US", false, 2, 3_000_000],
    ["states", "US-FL", true, 1, 3_000_000],
    ["states", "US-GA", true, 1, 0],
  ]);
  expect(total).toMatchObject({ potentialE4: null, withoutPotential: total.cells }); // no region has a weight: nothing is estimated, and nothing is 0
});

test("partners learn nothing of it", async () => {
  for (const ask of [getCoverageMatrix, getCoverageMap, listCoverageGaps, getCoverageHistory, exportCoverageCsv, exportCoverageXlsx]) {
    await expect(ask(org.partnerUser("G1"), {})).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(getCoverageCell(org.partnerUser("G1"), { region: "south", line: "road" })).rejects.toMatchObject({ code: "forbidden" });
});

test("imported potentials go before estimates from the run on that knows them, the newest that holds on its day", async () => {
  const before = await getCoverageMatrix(org.manager, { run: 2 });
  await upload(
    "region_code,line_code,category_code,valid_from,amount,currency\nsouth,road,,2024-01-01,1000,USD\nsouth,road,,2024-06-01,1200.5,USD\nsouth,road,,2025-01-01,9999,USD\nworld,,clothing,2024-01-01,300,USD\n",
  );
  expect(await getCoverageMatrix(org.manager, { run: 2 })).toEqual(before); // it was published before they were known
  await evaluateRun(org.manager, { asOf: "2024-07-31" });
  const cell = async (region: string, line: string) => (await getCoverageCell(org.manager, { run: 3, region, line })).potential;
  expect(await cell("south", "road")).toEqual({ amountE4: 12_005_000, source: "stated" });
  expect(await cell("north", "road")).toEqual({ amountE4: 4_600_001, source: "estimated" });
  expect(await cell("north", "caps")).toEqual({ amountE4: 2_000_000, source: "shared" });
  expect(await cell("south", "caps")).toEqual({ amountE4: 1_000_000, source: "shared" });
});
