import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { Dashboard } from "@/lib/contracts/kpi";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { exportDashboardCsv } from "@/lib/services/measure/export-dashboard";
import { getDashboard } from "@/lib/services/measure/get-dashboard";
import { getKpi } from "@/lib/services/measure/get-kpi";
import { listKpiRecords } from "@/lib/services/measure/list-kpi-records";
import { listKpis } from "@/lib/services/measure/list-kpis";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
let org: ScoreOrganization;

/** Gold A in the north and silver B in the south sell saws and drills; C never sold. As of the end of a quarter, and again in the middle of the next. */
beforeAll(async () => {
  org = await database.organization("dashboard", [{ code: "A" }, { code: "B", region: "south" }, { code: "C", region: "south" }]);
  await org.publishProgram(program());
  await org.facts.product("SAW", "hand", "tools");
  await org.facts.product("DRILL", "power", "machines");
  const sale = (partner: string, sku: string, date: string, dollars: number) => ({
    ...{ partner, sku, date, units: 1, netE4: dollars * 10_000, currency: "USD" },
    region: "north",
  });
  await org.facts.batch({
    pos: [
      sale("A", "SAW", "2023-02-01", 100),
      sale("A", "SAW", "2024-01-10", 150),
      sale("A", "DRILL", "2024-03-31", 50),
      sale("B", "SAW", "2024-02-10", 40),
      sale("B", "SAW", "2024-04-10", 7),
    ],
  });
  await org.observe("2024-03-20", { A: { sales: 90, quality: 90 }, B: { sales: 50, quality: 50 }, C: { sales: 10, quality: 10 } });
  for (const asOf of ["2024-03-31", "2024-05-15"]) {
    const { number } = await evaluateRun(org.manager, { asOf });
    await publishRun(org.manager, { run: number });
  }
});

const ofQuarter = { run: 1, quarter: "2024-01-01" };
/** The figures of the selected quarter by the key of their KPI. */
const figures = ({ tiles, selected }: Dashboard) => Object.fromEntries(tiles.map(({ kpi, figures: of }) => [kpi.key, of[selected]]));

describe("what a run keeps", () => {
  test("gives the dashboard of the facts, and never changes once it is published", async () => {
    const slices = [
      {},
      { by: "region" },
      { by: "line", kpi: "velocity" },
      { by: "line", kpi: "growth" },
      { run: 1, tier: "gold" },
      { line: "power" },
    ] as const;
    const shown = () => Promise.all(slices.map((slice) => getDashboard(org.manager, slice)));
    const before = await shown();
    const count = async () =>
      (
        await org.sql(
          "select (select count(*)::int from run_sale where org_id = $1) as partners, (select count(*)::int from run_line_sale where org_id = $1) as lines",
          [org.orgId],
        )
      ).rows;
    const kept = await count();
    expect(kept).toEqual([{ partners: expect.any(Number), lines: expect.any(Number) }]);
    expect(kept[0].partners).toBeGreaterThan(0);
    for (const table of ["run_sale", "run_line_sale"]) {
      for (const statement of [
        `delete from ${table} where org_id = $1`,
        `update ${table} set units = 0 where org_id = $1`,
        `insert into ${table} select * from ${table} where org_id = $1`,
      ])
        await expect(org.sql(statement, [org.orgId]), statement).rejects.toThrow();
    }
    expect(await count()).toEqual(kept);

    // As if the runs had been evaluated before sales were kept.
    const owner = new pg.Client(database.ownerUrl());
    await owner.connect();
    await owner.query(
      `begin; select set_config('app.org_id', '${org.orgId}', true); ${["run_sale", "run_line_sale"].map((table) => `alter table ${table} disable trigger only_draft_out; delete from ${table}; alter table ${table} enable trigger only_draft_out`).join("; ")}; commit`,
    );
    await owner.end();
    expect(await count()).toEqual([{ partners: 0, lines: 0 }]);
    expect(await shown()).toEqual(before);
  });

  test("is nothing where a currency has no rate: the run is evaluated, and the dashboard says which is missing", async () => {
    const yen = await database.organization("yen", [{ code: "A" }]);
    await yen.publishProgram(program());
    await yen.facts.product("SAW", "hand", "tools");
    await yen.facts.batch({ pos: [{ partner: "A", sku: "SAW", region: "north", date: "2024-02-01", units: 1, netE4: 10_000, currency: "JPY" }] });
    await yen.observe("2024-03-20", { A: { sales: 90, quality: 90 } });
    await evaluateRun(yen.manager, { asOf: "2024-03-31" });
    await publishRun(yen.manager, { run: 1 });
    expect((await yen.sql("select from run_sale where org_id = $1", [yen.orgId])).rowCount).toBe(0);
    await expect(getDashboard(yen.manager, {})).rejects.toMatchObject({ code: "unprocessable", details: { currency: "JPY" } });
  });
});

describe("the dashboard", () => {
  test("shows eight quarters until the run's date, the last as far as it has come", async () => {
    const { quarters, selected, against, run } = await getDashboard(org.manager, {});
    expect(run).toEqual({ number: 2, asOf: "2024-05-15" });
    expect(quarters.map(({ year, quarter, run: of }) => `${year} Q${quarter} ${of}`)).toEqual([
      ...["2022 Q3 null", "2022 Q4 null", "2023 Q1 null", "2023 Q2 null", "2023 Q3 null", "2023 Q4 null", "2024 Q1 1", "2024 Q2 2"],
    ]);
    expect(quarters.at(-1)).toMatchObject({ from: "2024-04-01", until: "2024-05-16", isComplete: false });
    expect([selected, against]).toEqual([7, 6]);
  });

  test("compares a quarter with the one before rather than with itself or with what is no quarter", async () => {
    const { quarters } = await getDashboard(org.manager, {});
    const placeAgainst = async (from: string | undefined) => (await getDashboard(org.manager, { against: IsoDate.parse(from) })).against;
    expect(await placeAgainst(quarters[7]?.from)).toBe(6);
    expect(await placeAgainst("1999-01-01")).toBe(6);
    expect(await placeAgainst(quarters[3]?.from)).toBe(3);
  });

  test("has every KPI with its parts", async () => {
    const of = figures(await getDashboard(org.manager, ofQuarter));
    expect(of.revenue).toEqual({ value: 2_400_000, numerator: 2_400_000, denominator: null, gap: null });
    expect(of.growth).toEqual({ value: 140, numerator: 1_400_000, denominator: 1_000_000, gap: null });
    expect(of.velocity).toEqual({ value: 0.115385, numerator: 3, denominator: 26, gap: null }); // 3 units, 2 partners, 13 weeks
    expect(of.mix).toEqual({ value: 20.833333, numerator: 500_000, denominator: 2_400_000, gap: null }); // drills, tools being the core
    expect(of.win_rate).toEqual({ value: null, numerator: 0, denominator: 0, gap: "no_base" });
    expect(of.mdf_share).toMatchObject({ value: null, gap: "no_fund" });
    expect(of.as_qualified).toMatchObject({ value: 100, numerator: 3, denominator: 3 });
    expect(Object.keys(of)).toEqual((await listKpis(org.manager, {})).items.map(({ key }) => key));
  });

  test("tells tiers, regions and product lines apart, whose parts add up", async () => {
    const by = async (dimension: "tier" | "region" | "line") => {
      const { groups, selected } = await getDashboard(org.manager, { ...ofQuarter, by: dimension });
      return groups.map(({ code, figures: of }) => [code, of[selected]?.value]);
    };
    expect(await by("tier")).toEqual([
      ["gold", 2_000_000],
      ["silver", 400_000],
      ["registered", 0],
    ]);
    expect(await by("region")).toEqual([
      ["north", 2_000_000],
      ["south", 400_000],
    ]);
    expect(await by("line")).toEqual([
      ["hand", 1_900_000],
      ["power", 500_000],
    ]);
    const velocity = await getDashboard(org.manager, { ...ofQuarter, by: "line", kpi: "velocity" });
    expect(velocity.groups.map(({ code, figures: of }) => [code, of[velocity.selected]?.denominator])).toEqual([
      ["hand", 26], // of two partners, 13 weeks each
      ["power", 13],
    ]);
  });

  test("has no tier in a quarter without a run: what needs one is not defined, and not zero", async () => {
    const before = await getDashboard(org.manager, { run: 1, quarter: "2023-01-01" });
    expect(before.groups.map(({ figures: of }) => of[before.selected])).toEqual(
      before.groups.map(() => expect.objectContaining({ value: null, gap: "no_run" })),
    );
    expect(before.cohorts.map(({ cells }) => cells[before.selected])).toEqual([null, null, null]);
    expect(figures(before).revenue?.value).toBe(1_000_000);
    expect(figures(await getDashboard(org.manager, { run: 1, quarter: "2023-01-01", tier: "gold" })).revenue).toMatchObject({
      value: null,
      gap: "no_run",
    });
  });

  test("narrowed to a product line defines only what is measured by line", async () => {
    const of = figures(await getDashboard(org.manager, { ...ofQuarter, line: "power" }));
    expect(of.revenue?.value).toBe(500_000);
    expect(of.certified_people).toMatchObject({ value: null, gap: "not_by_line" });
  });

  test.each([{ tier: "platinum" }, { region: "moon" }, { line: "toys" }, { run: 99 }])("of %j is not found", async (slice) => {
    await expect(getDashboard(org.manager, slice)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is exported with what it shows", async () => {
    let text = "";
    for await (const chunk of (await exportDashboardCsv(org.manager, { ...ofQuarter, region: "south" })).chunks) text += chunk;
    const line = text.split("\r\n").find((one) => one.includes("revenue,1,total,,,Q1 FY2024"));
    expect(line).toContain("region=south");
    expect(line?.endsWith("2024-01-01,2024-04-01,money,40,40,,")).toBe(true);
  });
});

describe("a KPI", () => {
  test("is what its partners add up to, the largest first, and those that add nothing are left out", async () => {
    const report = await getKpi(org.manager, { ...ofQuarter, kpi: "growth" });
    expect(report.rows.map(({ partner, tierName, figure }) => [partner.code, tierName, figure.numerator, figure.denominator, figure.gap])).toEqual([
      ["A", "Gold", 1_000_000, 1_000_000, null],
      ["B", "Silver", 400_000, 0, "no_base"],
    ]);
    expect(report.figures[report.selected]).toMatchObject({ numerator: 1_400_000, denominator: 1_000_000 });
  });

  test("leads to the facts that one of them counted, and those left out", async () => {
    const counted = await listKpiRecords(org.manager, { ...ofQuarter, kpi: "revenue", partner: "B" });
    expect(counted.records.map(({ date, amountE4 }) => [date, amountE4])).toEqual([["2024-02-10", 400_000]]);
    expect([counted.metric.value, counted.counts]).toEqual([40, { counted: 1, leftOut: 1 }]);
    const ofLine = await listKpiRecords(org.manager, { ...ofQuarter, kpi: "revenue", partner: "A", line: "power" });
    expect(ofLine.records.map(({ amountE4 }) => amountE4)).toEqual([500_000]);
    await expect(listKpiRecords(org.manager, { kpi: "promoted", partner: "A" })).rejects.toMatchObject({ code: "not_found" });
    await expect(listKpiRecords(org.manager, { kpi: "revenue", partner: "NOBODY" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is nothing that a partner user is told", async () => {
    const user = org.partnerUser("A");
    for (const ask of [
      () => getDashboard(user, {}),
      () => getKpi(user, { kpi: "revenue" }),
      () => listKpiRecords(user, { kpi: "revenue", partner: "A" }),
      () => exportDashboardCsv(user, {}),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("an organization without a published run has no dashboard yet", async () => {
  const empty = await database.organization("no dashboard", []);
  await expect(getDashboard(empty.manager, {})).rejects.toMatchObject({ code: "not_found" });
});
