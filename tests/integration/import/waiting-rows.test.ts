import { describe, expect, test } from "vitest";
import { createMetric } from "@/lib/services/measure/create-metric";
import { getImport } from "@/lib/services/measure/get-import";
import { replayImports } from "@/lib/services/measure/replay-imports";
import { importDatabase } from "./import-database";
import { PARTNERS, PRODUCTS, REGIONS } from "./import-organization";
import { organizationData, organizationFacts } from "./organization-data";

const database = importDatabase();

const POS = "partner_code,sku,sale_date,units,net_amount,region_code,document,document_line\n";
const SLA = { key: "sla", name: "SLA", unit: "percent", betterWhen: "higher" } as const;

describe("rows with unknown codes", () => {
  test("wait, are listed by what they wait for, and are loaded by a replay of their own when it becomes known", async () => {
    const org = await database.organization("unknown SKU");
    await org.withMasterData();
    const parked = await org.upload(
      "pos",
      `${POS}A,S1,2024-01-05,1,10,,,\nA,S7,2024-01-05,2,20,,,\nA,S7,2024-01-05,2,20,,,\nZ,S8,2024-01-06,4,40,mars,,\n`,
    );
    expect(parked).toMatchObject({ status: "published", seq: 4, waiting: 3, rows: { loaded: 1, unmatched: 3 } });
    expect((await getImport(org.manager, { batch: 4 })).unmatched).toEqual([
      { missing: "sku", code: "S7", rows: 2, firstLine: 3 },
      { missing: "partner", code: "Z", rows: 1, firstLine: 5 },
      { missing: "region", code: "mars", rows: 1, firstLine: 5 },
      { missing: "sku", code: "S8", rows: 1, firstLine: 5 },
    ]);

    await org.upload("products", "sku,name,line_code,line_name,category_code,category_name\nS7,Bell,parts,Parts,all,All\n");
    const replay = (await getImport(org.manager, { batch: 6 })).batch;
    expect(replay).toMatchObject({
      origin: "replay",
      replayOf: 4,
      kind: "pos",
      status: "published",
      seq: 6,
      rows: { read: 2, loaded: 2 },
      amounts: { loaded: { USD: 400_000 } },
    });
    expect((await getImport(org.manager, { batch: 4 })).batch.waiting).toBe(1);
    expect((await organizationData(org)).sales.map(({ batch, line, sku }) => [batch, line, sku])).toEqual([
      [4, 2, "S1"],
      [6, 3, "S7"],
      [6, 4, "S7"],
    ]);
    const before = await organizationData(org);
    expect(await replayImports(org.manager, {})).toEqual([]);
    expect(await organizationData(org)).toEqual(before);
  });

  test("regions make partners known, and partners their sales, in one go", async () => {
    const org = await database.organization("cascade");
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,,\nB,S2,2024-01-05,2,20,south,,\n`);
    await org.upload("opportunities", "code,partner_code,stage,status,origin,amount,created_on\nO1,A,Proposal,open,sourced,100,2024-01-02\n");
    await org.upload("certifications", "partner_code,person,track,level,earned_on\nB,P1,service,1,2024-01-02\n");
    await org.upload("partners", PARTNERS);
    await org.upload("regions", "code,name,parent_code\nnorth,North,world\nsouth,South,world\n");
    await org.upload("products", PRODUCTS);
    expect(await organizationFacts(org)).toMatchObject({ regions: [], partners: [], sales: [], opportunities: [], certifications: [] });

    await org.upload("regions", "code,name,parent_code\nworld,World,\n");
    const data = await organizationData(org);
    expect(data.regions.map(({ code, parent }) => [code, parent])).toEqual([
      ["north", "world"],
      ["south", "world"],
      ["world", null],
    ]);
    expect(data.partners.map(({ code, region }) => [code, region])).toEqual([
      ["A", "north"],
      ["B", "south"],
    ]);
    expect(data.sales.map(({ partner, sku, region }) => [partner, sku, region])).toEqual([
      ["A", "S1", "north"],
      ["B", "S2", "south"],
    ]);
    expect(data.opportunities).toHaveLength(1);
    expect(data.certifications).toHaveLength(1);
    expect(data.waiting.every(({ replayed_by }) => replayed_by !== null)).toBe(true);
    expect(data.batches.map(({ seq }) => seq)).toEqual(data.batches.map((_, index) => index + 1));
  });

  test("a custom metric created later has its observations loaded by the worker's next job", async () => {
    const org = await database.organization("late metric");
    await org.withMasterData();
    expect(await org.upload("observations", "partner_code,metric,observed_on,value\nA,sla,2024-01-31,97.5\nA,other,2024-01-31,1\n")).toMatchObject({
      waiting: 2,
    });
    const jobs = () =>
      org.rows<{ batch: number }>("select (data->>'batch')::int as batch from pgboss.job where (data->>'orgId')::int = $1 order by created_on desc");
    const queued = (await jobs()).length;
    await createMetric(org.manager, SLA);
    const after = await jobs();
    expect(after).toHaveLength(queued + 1);
    expect(after[0]).toEqual({ batch: 4 });

    await org.process(4);
    const { observations, waiting } = await organizationData(org);
    expect(observations).toEqual([{ batch: 5, line: 2, partner: "A", metric_key: "sla", observed_on: "2024-01-31", value: 97.5, retired_by: null }]);
    expect(waiting.map(({ replayed_by }) => replayed_by)).toEqual([5, null]);
  });

  test("wait in the last file that brings them, and are loaded as often as it has them", async () => {
    const org = await database.organization("waits once");
    await org.withMasterData();
    const sale = "Z,S1,2024-01-05,1,10,,,\n";
    const file = `${POS}A,S1,2024-01-05,1,10,,,\n${sale}${sale}`;
    const waiting = async (batches: readonly number[]) =>
      Promise.all(batches.map(async (batch) => (await getImport(org.manager, { batch })).batch.waiting));
    expect(await org.upload("pos", file)).toMatchObject({ status: "published", waiting: 2, rows: { loaded: 1, unmatched: 2 } });
    expect(await org.upload("pos", `${file}\n`)).toMatchObject({
      status: "published",
      waiting: 2,
      rows: { read: 4, loaded: 0, unchanged: 1, unmatched: 2, ignored: 1 },
    });
    expect(await org.upload("pos", `${file}${sale}`)).toMatchObject({ waiting: 3, rows: { loaded: 0, unchanged: 1, unmatched: 3 } });
    expect(await waiting([4, 5, 6])).toEqual([0, 0, 3]);
    expect(await org.upload("pos", `${POS}${sale}`)).toMatchObject({ waiting: 1, rows: { unmatched: 1 } });
    expect(await waiting([6, 7])).toEqual([3, 1]); // one is not three: their replays tell which it was

    await org.upload("partners", "code,name,region_code\nZ,Zeta,north\n");
    expect((await organizationData(org)).sales.map(({ partner }) => partner)).toEqual(["A", "Z", "Z", "Z"]);
    expect(await waiting([4, 5, 6, 7])).toEqual([0, 0, 0, 0]);
  });

  test("are the last statement of their record also where they say again what waited before another was loaded", async () => {
    const org = await database.organization("stated again");
    await org.withMasterData();
    const opportunity = (partner: string, amount: number) =>
      `code,partner_code,stage,status,origin,amount,created_on\nO1,${partner},Proposal,open,sourced,${amount},2024-01-02\n`;
    await org.upload("opportunities", opportunity("Z", 100));
    await org.upload("opportunities", opportunity("A", 200));
    await org.upload("opportunities", `${opportunity("Z", 100)}\n`);
    const sale = (units: number, region: string) => `${POS}A,S1,2024-01-05,${units},10,${region},D1,1\n`;
    await org.upload("pos", sale(1, "west"));
    await org.upload("pos", sale(2, "north"));
    await org.upload("pos", `${sale(1, "west")}\n`);

    await org.upload("partners", "code,name,region_code\nZ,Zeta,north\n");
    await org.upload("regions", "code,name,parent_code\nwest,West,world\n");
    const { opportunities, sales } = await organizationData(org);
    const isLive = ({ retired_by }: { readonly retired_by?: unknown }) => retired_by === null;
    expect(opportunities.filter(isLive).map(({ partner }) => partner)).toEqual(["Z"]);
    expect(sales.filter(isLive).map(({ units, region }) => [units, region])).toEqual([[1, "west"]]);
  });

  test("do not overrule what a file states after them, though it says nothing new and has a row that cannot be read", async () => {
    const org = await database.organization("nothing new, but later");
    await org.withMasterData();
    const partner = (name: string, region: string) => `code,name,region_code\nA,${name},${region}\n`;
    await org.upload("partners", partner("New", "north"));
    await org.upload("partners", partner("Old", "west"));
    expect(await org.upload("partners", `${partner("New", "north")},rejected,\n`)).toMatchObject({
      status: "unchanged",
      rows: { unchanged: 1, rejected: 1 },
    });
    await org.upload("regions", "code,name,parent_code\nwest,West,world\n");
    expect((await organizationData(org)).partners.find(({ code }) => code === "A")).toMatchObject({ name: "New", region: "north" });
  });

  test("what became known between the check of a file and its loading does not leave its rows waiting", async () => {
    const org = await database.organization("known meanwhile");
    await org.withMasterData();
    const asked = await org.upload("pos", `${POS}A,S1,someday,1,10,,,\nC,S1,2024-01-05,1,10,,,\n`);
    expect(asked).toMatchObject({ status: "ready", rows: { rejected: 1, unmatched: 1 } });
    await org.upload("partners", "code,name,region_code\nC,Gamma,north\n");
    await org.rows("update import_batch set status = 'loading' where org_id = $1 and number = 4");
    await org.process(4);
    expect((await organizationData(org)).sales.map(({ partner }) => partner)).toEqual(["C"]);
  });
});

describe("rows that waited", () => {
  test("do not overrule a sale, an opportunity, a partner or a region that a later file stated", async () => {
    const org = await database.organization("stated later");
    await org.upload("regions", REGIONS);
    await org.upload("products", PRODUCTS);
    const header = "code,name,region_code\n";
    const opportunity = (partner: string, amount: number) =>
      `code,partner_code,stage,status,origin,amount,created_on\nO1,${partner},Proposal,open,sourced,${amount},2024-01-02\n`;
    await org.upload("regions", "code,name,parent_code\neast,Old name,asia\n");
    await org.upload("regions", "code,name,parent_code\neast,New name,world\n");
    await org.upload("partners", `${header}A,Old name,west\nB,Beta,south\n`);
    await org.upload("partners", `${header}A,New name,north\n`);
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,west,D1,1\n`);
    await org.upload("pos", `${POS}A,S1,2024-01-05,2,20,north,D1,1\n`);
    await org.upload("opportunities", opportunity("X", 1));
    await org.upload("opportunities", opportunity("B", 2));
    const { regions, partners, sales, opportunities } = await organizationData(org);
    expect(sales).toHaveLength(1);

    await org.upload("regions", "code,name,parent_code\nwest,West,world\nasia,Asia,world\n");
    await org.upload("partners", `${header}X,Xi,north\n`);
    const after = await organizationData(org);
    expect(after.regions.filter(({ code }) => code !== "west" && code !== "asia")).toEqual(regions);
    expect(after.partners.filter(({ code }) => code !== "X")).toEqual(partners);
    expect(after.sales).toEqual(sales);
    expect(after.opportunities).toEqual(opportunities);
    expect(after.waiting.every(({ replayed_by }) => replayed_by !== null)).toBe(true);
  });

  test("overrule what was stated before them, and follow each other in the order they were stated", async () => {
    const org = await database.organization("stated earlier");
    await org.withMasterData();
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,D1,1\n`);
    await org.upload("pos", `${POS}A,S1,2024-01-05,2,20,west,D1,1\nA,S1,2024-01-05,2,20,west,D1,2\n`);
    await org.upload("pos", `${POS}A,S1,2024-01-05,3,30,west,D1,1\n`);
    await org.upload("regions", "code,name,parent_code\nwest,West,world\n");
    const { sales } = await organizationData(org);
    expect(sales.filter(({ retired_by }) => retired_by === null).map(({ document_line, units, region }) => [document_line, units, region])).toEqual([
      ["2", 2, "west"],
      ["1", 3, "west"],
    ]);
  });
});

test("rows that waited and turn out to be known stop waiting at a sequence of their own", async () => {
  const org = await database.organization("known already");
  await org.withMasterData();
  await org.upload("pos", `${POS}Z,S1,2024-01-05,1,10,,D1,1\n`);
  // The same sale in other words, so that only its loading can tell.
  const inDollars = "partner_code,sku,sale_date,units,net_amount,currency,document,document_line\n";
  await org.upload("pos", `${inDollars}Z,S1,2024-01-05,1,10,USD,D1,1\nA,S1,2024-01-06,1,10,USD,D2,1\n`);
  await org.upload("partners", "code,name,region_code\nZ,Zeta,north\n");
  const replays = [(await getImport(org.manager, { batch: 7 })).batch, (await getImport(org.manager, { batch: 8 })).batch];
  expect(replays.map(({ replayOf, status, rows }) => [replayOf, status, rows.loaded, rows.unchanged])).toEqual([
    [4, "published", 1, 0],
    [5, "published", 0, 1],
  ]);
  expect((replays[1]?.seq ?? 0) - (replays[0]?.seq ?? 0)).toBe(1);
});

describe("opportunities that waited", () => {
  test("are unchanged beside a version stated later, and retire one stated earlier, which stays its partner's", async () => {
    const org = await database.organization("waiting opportunities");
    await org.withMasterData();
    const stated = (code: string, partner: string, amount: number) => `${code},${partner},Proposal,open,sourced,${amount},2024-01-02\n`;
    const header = "code,partner_code,stage,status,origin,amount,created_on\n";
    await org.upload("opportunities", header + stated("LATER", "A", 1) + stated("EARLIER", "A", 1));
    await org.upload("opportunities", header + stated("LATER", "X", 2) + stated("EARLIER", "X", 2));
    await org.upload("opportunities", header + stated("LATER", "B", 3));
    await org.upload("partners", "code,name,region_code\nX,Xi,north\n");

    const replay = (await getImport(org.manager, { batch: 8 })).batch;
    expect(replay).toMatchObject({ replayOf: 5, status: "published", seq: 8, rows: { read: 2, loaded: 1, unchanged: 1, corrected: 1 } });
    expect(replay.amounts).toMatchObject({ loaded: { USD: 20_000 }, unchanged: { USD: 20_000 } });
    const { opportunities } = await organizationData(org);
    expect(opportunities.map(({ code, batch, partner, retired_by }) => [code, batch, partner, retired_by])).toEqual([
      ["LATER", 4, "A", 6],
      ["EARLIER", 4, "A", 8],
      ["LATER", 6, "B", null],
      ["EARLIER", 8, "X", null],
    ]);
    const owners = "select p.code from fact_retirement x join partner p on p.org_id = x.org_id and p.id = x.partner_id where x.org_id = $1";
    expect(await org.rows(owners)).toEqual([{ code: "A" }, { code: "A" }]);
  });
});

describe("regions", () => {
  test("that would lie inside themselves are rejected, all of the circle, and the rest is loaded", async () => {
    const org = await database.organization("circle");
    const batch = await org.upload("regions", "code,name,parent_code\na,A,b\nb,B,c\nc,C,a\nd,D,d\ne,E,\nf,F,a\n", { onRejected: "load" });
    expect(batch).toMatchObject({ status: "published", rows: { loaded: 1, rejected: 5 } });
    const { rejected } = await getImport(org.manager, { batch: batch.number });
    expect(rejected.map(({ line, raw, errors }) => [line, raw, errors[0]?.column, errors[0]?.code])).toEqual(
      ["a,A,b", "b,B,c", "c,C,a", "d,D,d", "f,F,a"].map((text, index) => [[2, 3, 4, 5, 7][index], text.split(","), "parent_code", "circular_region"]),
    );
  });

  test("cannot be tied into a circle by two files that were checked at the same time: the second fails and changes nothing", async () => {
    const org = await database.organization("circle of two files");
    await org.upload("regions", "code,name,parent_code\na,A,\nb,B,\n");
    const asked = [];
    for (const [code, parent] of ["ab", "ba"])
      asked.push(await org.upload("regions", `code,name,parent_code\n${code},${code},${parent}\n,rejected,\n`));
    expect(asked.map(({ status }) => status)).toEqual(["ready", "ready"]);
    await org.rows("update import_batch set status = 'loading' where org_id = $1 and status = 'ready'");
    expect(await org.process(2)).toMatchObject({ status: "published", seq: 2 });
    const before = await organizationFacts(org);
    expect(await org.process(3)).toMatchObject({
      status: "failed",
      seq: null,
      outcome: { code: "conflict", message: expect.stringContaining("a, b") },
    });
    expect(await organizationFacts(org)).toEqual({ ...before, staged: [] });
    expect((await organizationData(org)).lastSeq).toBe(2);
  });
});
