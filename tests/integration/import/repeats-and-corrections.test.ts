import { describe, expect, test } from "vitest";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { importDatabase } from "./import-database";
import type { ImportOrganization } from "./import-organization";
import { organizationData, organizationFacts } from "./organization-data";

const database = importDatabase();

async function organization(name: string): Promise<ImportOrganization> {
  const org = await database.organization(name);
  await org.withMasterData();
  return org;
}

const POS = "partner_code,sku,sale_date,units,net_amount,region_code,document,document_line,end_customer\n";
const brief = ({ status, seq, rows: { read, loaded, unchanged, corrected } }: ImportBatch) => [status, seq, read, loaded, unchanged, corrected];

/** Units and net amount of the rollups as known at a sequence, by partner, line and region. */
async function monthsAt({ rows }: ImportOrganization, seq: number) {
  return rows(
    `select p.code as partner, m.month::text, l.code as line, r.code as region, sum(m.lines)::int as lines, sum(m.units)::int as units, sum(m.net_e4)::int as net_e4
     from pos_month m join import_batch b on b.org_id = m.org_id and b.id = m.batch_id join partner p on p.org_id = m.org_id and p.id = m.partner_id
     join product_line l on l.org_id = m.org_id and l.id = m.line_id join region r on r.org_id = m.org_id and r.id = m.region_id
     where m.org_id = $1 and b.seq <= $2 group by 1, 2, 3, 4 having sum(m.lines) <> 0 order by 1, 2, 3, 4`,
    [seq],
  );
}

describe("sales", () => {
  test("two equal lines of one file are two sales, and stay two when an overlapping file brings them again", async () => {
    const org = await organization("equal lines");
    const line = "A,S1,2024-01-05,1,10,,,,\n";
    expect(brief(await org.upload("pos", POS + line + line))).toEqual(["published", 4, 2, 2, 0, 0]);
    const before = await organizationFacts(org);

    expect(brief(await org.upload("pos", `${POS}${line}\n`))).toEqual(["unchanged", null, 2, 0, 1, 0]);
    expect(await organizationFacts(org)).toEqual(before);
    expect(brief(await org.upload("pos", `${POS}${line}B,S1,2024-01-05,1,10,,,,\n${line}`))).toEqual(["published", 5, 3, 1, 2, 0]);
    expect(brief(await org.upload("pos", POS + line + line + line))).toEqual(["published", 6, 3, 1, 2, 0]);
    expect((await organizationData(org)).sales.map(({ batch, partner }) => [batch, partner])).toEqual([
      [4, "A"],
      [4, "A"],
      [6, "B"],
      [7, "A"],
    ]);
  });

  test("a file that failed to bring anything new takes no sequence: the next one that does follows without a gap", async () => {
    const org = await organization("no gap");
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,,,\n`);
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,,,\n\n`);
    expect(await org.upload("pos", `${POS}A,S1,2024-01-06,1,10,,,,\n`)).toMatchObject({ number: 6, seq: 5 });
  });

  test("returns count as they are written, and a sale with its return leaves nothing but two lines", async () => {
    const org = await organization("returns");
    const batch = await org.upload("pos", `${POS}A,S1,2024-01-05,3,30,,,,\nA,S1,2024-01-09,-3,-30,,,,\nB,S1,2024-01-09,-2,-0.0001,,,,\n`);
    expect(batch.amounts.loaded).toEqual({ USD: -1 });
    expect(await monthsAt(org, 4)).toEqual([
      { partner: "A", month: "2024-01-01", line: "parts", region: "north", lines: 2, units: 0, net_e4: 0 },
      { partner: "B", month: "2024-01-01", line: "parts", region: "south", lines: 1, units: -2, net_e4: -1 },
    ]);
    expect(brief(await org.upload("pos", `${POS}\nA,S1,2024-01-05,3,30,,,,\nA,S1,2024-01-09,-3,-30,,,,\n`))).toEqual(["unchanged", null, 3, 0, 2, 0]);
  });

  test("a file of partners corrects what it has columns for and leaves the rest; an empty cell empties", async () => {
    const org = await organization("partial partners");
    await org.upload(
      "partners",
      "code,name,region_code,type,enrolled_on,city,attr.employees,attr.exclusive\nC,Gamma,south,Dealer,2023-12-31,Ulm,12,true\n",
    );
    const partner = async () => (await organizationData(org)).partners.find(({ code }) => code === "C");
    const stated = { code: "C", name: "Gamma", region: "south", type: "Dealer", enrolled_on: "2023-12-31" };
    expect(await partner()).toEqual({ ...stated, attributes: { city: "Ulm", employees: 12, exclusive: true } });

    expect(await org.upload("partners", "code,name,region_code\nC,Gamma,south\n")).toMatchObject({ status: "unchanged" });
    expect(await org.upload("partners", "code,name,region_code,attr.employees\nC,Gamma Ltd,south,14\n")).toMatchObject({ rows: { corrected: 1 } });
    expect(await partner()).toEqual({ ...stated, name: "Gamma Ltd", attributes: { city: "Ulm", employees: 14, exclusive: true } });
    expect(await org.upload("partners", "code,name,region_code,type,city,attr.exclusive\nC,Gamma Ltd,south,,,\n")).toMatchObject({
      rows: { corrected: 1 },
    });
    expect(await partner()).toEqual({ ...stated, name: "Gamma Ltd", type: null, attributes: { employees: 14 } });
  });

  test("a file of regions without parents leaves each where it lies", async () => {
    const org = await organization("partial regions");
    const parent = async () =>
      (
        await org.rows(
          "select r.name, p.code as parent from region r left join region p on p.org_id = r.org_id and p.id = r.parent_id where r.org_id = $1 and r.code = 'north'",
        )
      )[0];
    expect(await parent()).toEqual({ name: "North", parent: "world" });
    expect(await org.upload("regions", "code,name\nnorth,The North\nisle,Isle\n")).toMatchObject({ rows: { loaded: 2, corrected: 1 } });
    expect(await parent()).toEqual({ name: "The North", parent: "world" });
    expect(await org.upload("regions", "code,name,parent_code\nnorth,The North,\n")).toMatchObject({ rows: { corrected: 1 } });
    expect(await parent()).toEqual({ name: "The North", parent: null });
  });

  test("a file of regions without weights leaves them, an empty cell takes one away, and the same weight is nothing new", async () => {
    const org = await organization("weights of regions");
    const weight = async () => (await org.rows("select weight::text from region where org_id = $1 and code = 'north'"))[0]?.weight;
    expect(await weight()).toBeNull();
    const file = "code,name,weight\nnorth,North,1200000.25\n";
    expect(await org.upload("regions", file)).toMatchObject({ rows: { loaded: 1, corrected: 1 } });
    expect(await weight()).toBe("1200000.250000");
    expect(await org.upload("regions", `${file}\n`)).toMatchObject({ status: "unchanged" });
    expect(await org.upload("regions", "code,name\nnorth,The North\n")).toMatchObject({ rows: { corrected: 1 } });
    expect(await weight()).toBe("1200000.250000");
    expect(await org.upload("regions", "code,name,weight\nnorth,The North,\n")).toMatchObject({ rows: { corrected: 1 } });
    expect(await weight()).toBeNull();
  });

  test("a line with a document line replaces the earlier one from its own sequence on; what was known before stays", async () => {
    const org = await organization("corrected");
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,D1,1,\nA,S1,2024-01-05,1,10,,D1,2,\n`);
    const known = await monthsAt(org, 4);
    const corrected = await org.upload("pos", `${POS}A,S1,2024-01-05,5,50,south,D1,1,\nA,S1,2024-01-05,1,10,,D1,2,\n`);
    expect(brief(corrected)).toEqual(["published", 5, 2, 1, 1, 1]);
    expect(corrected.amounts).toMatchObject({ read: { USD: 600_000 }, loaded: { USD: 500_000 }, unchanged: { USD: 100_000 } });

    expect((await organizationData(org)).sales.map(({ batch, units, retired_by }) => [batch, units, retired_by])).toEqual([
      [4, 1, 5],
      [4, 1, null],
      [5, 5, null],
    ]);
    expect(await monthsAt(org, 4)).toEqual(known);
    expect(await monthsAt(org, 5)).toEqual([
      { partner: "A", month: "2024-01-01", line: "parts", region: "north", lines: 1, units: 1, net_e4: 100_000 },
      { partner: "A", month: "2024-01-01", line: "parts", region: "south", lines: 1, units: 5, net_e4: 500_000 },
    ]);
    expect(brief(await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,D1,1,\n`))).toEqual(["published", 6, 1, 1, 0, 1]);
    expect(await monthsAt(org, 6)).toEqual(known);
  });

  test("a correction that empties a month leaves no rollup of it, and the month may fill again", async () => {
    const org = await organization("emptied");
    await org.upload("pos", `${POS}A,S1,2024-01-05,1,10,,D1,1,\n`);
    await org.upload("pos", `${POS}A,S1,2024-01-05,0,0,,D1,1,\n`);
    expect(await monthsAt(org, 5)).toEqual([{ partner: "A", month: "2024-01-01", line: "parts", region: "north", lines: 1, units: 0, net_e4: 0 }]);
    expect(brief(await org.upload("pos", `${POS}A,S1,2024-01-05,0,0,,D1,1,\nA,S1,2024-01-06,2,1,,D1,2,\n`))).toEqual(["published", 6, 2, 1, 1, 0]);
  });

  test("lines that name no region are the same sales after their partner moved to another", async () => {
    const org = await organization("moved partner");
    const files = ["A,S1,2024-01-05,1,10,,,,\n", "A,S1,2024-01-05,2,20,,D1,1,\n"];
    await org.upload("pos", POS + files.join(""));
    await org.upload("partners", "code,name,region_code\nA,Alpha,south\n");
    const before = await organizationFacts(org);
    expect(brief(await org.upload("pos", `${POS}${files.join("")}\n`))).toEqual(["unchanged", null, 3, 0, 2, 0]);
    expect(await organizationFacts(org)).toEqual(before);
    expect((await organizationData(org)).sales.map(({ region }) => region)).toEqual(["north", "north"]);
  });

  test("sales that differ only in the region they name are different sales", async () => {
    const org = await organization("named regions");
    const [north, south] = ["A,S1,2024-01-05,1,10,north,,,\n", "A,S1,2024-01-05,1,10,south,,,\n"];
    await org.upload("pos", POS + north + south);
    expect(brief(await org.upload("pos", `${POS}${south}`))).toEqual(["unchanged", null, 1, 0, 1, 0]);
  });
});

describe("records with versions", () => {
  const CASES = [
    {
      kind: "opportunities" as const,
      header: "code,partner_code,stage,status,origin,amount,created_on,closed_on\n",
      first: "O1,A,Proposal,open,sourced,100,2024-01-02,\n",
      other: "O2,A,Proposal,open,sourced,100,2024-01-02,\n",
      next: "O1,B,Closed,won,sourced,120,2024-01-02,2024-03-01\n",
    },
    {
      kind: "certifications" as const,
      header: "partner_code,person,track,level,earned_on,expires_on\n",
      first: "A,P1,service,1,2024-01-02,2025-01-02\n",
      other: "A,P1,service,2,2024-01-02,2025-01-02\n",
      next: "A,P1,service,1,2024-01-02,\n",
    },
    {
      kind: "observations" as const,
      header: "partner_code,metric,observed_on,value\n",
      first: "A,sla,2024-01-31,97.5\n",
      other: "A,sla,2024-02-29,97.5\n",
      next: "A,sla,2024-01-31,98\n",
    },
    {
      kind: "potentials" as const,
      header: "region_code,line_code,category_code,valid_from,amount\n",
      first: "north,,all,2024-01-31,100\n",
      other: "north,parts,,2024-01-31,100\n",
      next: "north,,all,2024-01-31,98\n",
    },
  ];

  test.each(CASES)(
    "$kind: a changed record follows its last version, an unchanged one adds nothing, also back and forth",
    async ({ kind, header, first, other, next }) => {
      const org = await organization(`versions of ${kind}`);
      await org.rows("insert into custom_metric (org_id, key, name, unit, better_when) values ($1, 'sla', 'SLA', 'percent', 'higher')");
      expect(brief(await org.upload(kind, header + first + other))).toEqual(["published", 4, 2, 2, 0, 0]);
      expect(brief(await org.upload(kind, header + next + other))).toEqual(["published", 5, 2, 1, 1, 1]);
      const before = await organizationFacts(org);
      expect(brief(await org.upload(kind, header + other + next))).toEqual(["unchanged", null, 2, 0, 2, 0]);
      expect(await organizationFacts(org)).toEqual(before);
      expect(brief(await org.upload(kind, header + first))).toEqual(["published", 6, 1, 1, 0, 1]);
      const data = await organizationData(org);
      expect(data[kind].map(({ batch, retired_by }) => [batch, retired_by])).toEqual([
        [4, 5],
        [4, null],
        [5, 7],
        [7, null],
      ]);
    },
  );
});

describe("products", () => {
  test("a SKU that moves to another product line takes its sales along from that sequence on, corrected ones as they are then", async () => {
    const org = await organization("moved SKU");
    await org.upload(
      "pos",
      `${POS}A,S1,2024-01-05,1,10,,D1,1,\nA,S1,2024-02-05,2,20,,D1,2,\nA,S2,2024-01-05,4,40,,D1,3,\nA,S3,2024-01-05,8,80,,D1,4,\n`,
    );
    await org.upload("pos", `${POS}A,S1,2024-01-05,3,30,,D1,1,\n`);
    const before = await monthsAt(org, 5);
    const moved = await org.upload(
      "products",
      "sku,name,line_code,line_name,category_code,category_name\nS1,Saddle,bikes,Bikes,all,All\nS3,Bike,frames,Frames,all,All\n",
    );
    expect(brief(moved)).toEqual(["published", 6, 2, 2, 0, 2]);

    const cell = (month: string, line: string, units: number) => ({
      partner: "A",
      month,
      line,
      region: "north",
      lines: 1,
      units,
      net_e4: units * 100_000,
    });
    expect(before).toEqual([cell("2024-01-01", "bikes", 8), { ...cell("2024-01-01", "parts", 7), lines: 2 }, cell("2024-02-01", "parts", 2)]);
    expect(await monthsAt(org, 5)).toEqual(before);
    expect(await monthsAt(org, 6)).toEqual([
      cell("2024-01-01", "bikes", 3),
      cell("2024-01-01", "frames", 8),
      cell("2024-01-01", "parts", 4),
      cell("2024-02-01", "bikes", 2),
    ]);

    await org.upload("pos", `${POS}A,S1,2024-02-05,5,50,,D1,2,\n`);
    expect(await monthsAt(org, 7)).toContainEqual(cell("2024-02-01", "bikes", 5));
    expect((await monthsAt(org, 7)).filter(({ month }) => month === "2024-02-01")).toHaveLength(1);
  });
});
