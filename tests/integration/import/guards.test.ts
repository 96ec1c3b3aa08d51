import pg from "pg";
import { describe, expect, test } from "vitest";
import { getImport } from "@/lib/services/measure/get-import";
import { importDatabase } from "./import-database";
import type { ImportOrganization } from "./import-organization";
import { organizationData } from "./organization-data";

const database = importDatabase();

const LINE = "partner_code,sku,sale_date,units,net_amount\nA,S1,2024-01-05,1,10\n";

/** An organization with one published sale. */
async function organization(name: string): Promise<ImportOrganization> {
  const org = await database.organization(name);
  await org.withMasterData();
  await org.upload("pos", LINE);
  return org;
}

const id = async ({ rows }: ImportOrganization, table: string, condition = "true"): Promise<number> => {
  const [row] = await rows<{ id: number }>(`select id::int from ${table} where org_id = $1 and ${condition} order by id limit 1`);
  if (row === undefined) throw new Error(`no ${table}`);
  return row.id;
};

describe("a sale of a partner, product or region that is not the organization's", () => {
  test.each([
    ["partner", "another organization's"],
    ["product", "another organization's"],
    ["region", "another organization's"],
    ["partner", "nobody's"],
    ["product", "nobody's"],
    ["region", "nobody's"],
  ] as const)("stops the whole batch: a %s that is %s", async (foreign, whose) => {
    const org = await organization(`membership: ${foreign} ${whose}`);
    const other = await organization(`the other: ${foreign} ${whose}`);
    const ids = { partner: await id(org, "partner"), product: await id(org, "product"), region: await id(org, "region") };
    ids[foreign] = whose === "nobody's" ? 2_000_000_000 : await id(other, foreign);
    const asked = await org.upload("pos", `${LINE.replace("01-05", "01-06")}A,S1,never,1,1\n`);
    expect(asked.status).toBe("ready");
    await org.rows(
      `insert into pos_line (org_id, batch_id, partner_id, product_id, region_id, sale_date, units, net_e4, currency, line)
       values ($1, (select id from import_batch where org_id = $1 and number = $2), $3, $4, $5, '2024-01-07', 1, 1, 'USD', 9)`,
      [asked.number, ids.partner, ids.product, ids.region],
    );
    await org.rows("update import_batch set status = 'loading' where org_id = $1 and number = $2", [asked.number]);
    const counted = () =>
      org.rows(
        "select seq, status, (select count(*)::int from pos_month where org_id = $1) as months, (select value from org_counter where org_id = $1 and name = 'seq') as last from import_batch where org_id = $1 order by number",
      );
    const before = await counted();
    await expect(org.process(asked.number)).rejects.toThrow("1 POS lines refer to partners, products or regions that are not the organization's");
    expect(await counted()).toEqual(before);
  });
});

describe("the database itself", () => {
  const FACTS = ["pos_line", "fact_retirement", "pos_month", "pos_partner_month", "opportunity", "certification", "observation", "potential"];

  async function withEveryFact(name: string): Promise<ImportOrganization> {
    const org = await organization(name);
    await org.rows("insert into custom_metric (org_id, key, name, unit, better_when) values ($1, 'sla', 'SLA', 'percent', 'higher')");
    const document = "partner_code,sku,sale_date,units,net_amount,document,document_line\n";
    await org.upload("pos", `${document}A,S1,2024-01-05,1,10,D1,1\n`);
    await org.upload("pos", `${document}A,S1,2024-01-05,2,20,D1,1\n`);
    await org.upload("opportunities", "code,partner_code,stage,status,origin,amount,created_on\nO1,A,Proposal,open,sourced,100,2024-01-02\n");
    await org.upload("certifications", "partner_code,person,track,level,earned_on\nA,P1,service,1,2024-01-02\n");
    await org.upload("observations", "partner_code,metric,observed_on,value\nA,sla,2024-01-31,97.5\n");
    await org.upload("potentials", "region_code,line_code,valid_from,amount\nnorth,parts,2024-01-01,100\n");
    return org;
  }

  test("keeps the facts of a published batch as they are: no row is added, changed or removed, nor the batch touched", async () => {
    const org = await withEveryFact("published facts");
    const before = await organizationData(org);
    for (const table of FACTS) {
      const [{ columns } = { columns: "" }] = await org.rows<{ columns: string }>(
        "select string_agg(quote_ident(column_name), ',') as columns from information_schema.columns where table_name = $2 and column_name <> 'id' and is_generated = 'NEVER' and $1::int is not null",
        [table],
      );
      expect((await org.rows(`select from ${table} where org_id = $1`)).length, table).toBeGreaterThan(0);
      await expect(org.rows(`insert into ${table} (${columns}) select ${columns} from ${table} where org_id = $1`), table).rejects.toThrow(
        "row-level security",
      );
      await expect(org.rows(`update ${table} set batch_id = batch_id where org_id = $1`), table).rejects.toThrow("permission denied");
      await expect(org.rows(`truncate ${table}`.concat(" -- $1"), []), table).rejects.toThrow();
      expect(await org.rows(`delete from ${table} where org_id = $1 returning batch_id`), table).toEqual([]);
    }
    await expect(org.rows("update import_batch set status = 'loading', seq = null where org_id = $1")).rejects.toThrow(
      "a published batch never changes",
    );
    await expect(org.rows("delete from import_batch where org_id = $1")).rejects.toThrow("a published batch never changes");
    expect(await organizationData(org)).toEqual(before);
  });

  test("keeps facts of another organization out, whatever batch they claim, and lets nobody remove its rows", async () => {
    const org = await withEveryFact("at home");
    const other = await withEveryFact("abroad");
    const before = await organizationData(other);
    for (const table of FACTS) {
      const owner = table === "potential" ? "region_id" : "partner_id";
      await expect(
        org.rows(`insert into ${table} (org_id, batch_id, ${owner}) select ${other.orgId}, batch_id, ${owner} from ${table} where org_id = $1`),
        table,
      ).rejects.toThrow(/row-level security/);
      expect(await org.rows(`select batch_id from ${table} where org_id <> $1`), table).toEqual([]);
      expect(await org.rows(`delete from ${table} where org_id <> $1 returning batch_id`), table).toEqual([]);
    }
    expect(await organizationData(other)).toEqual(before);
    await expect(getImport(org.manager, { batch: 99 })).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    ["opportunity", "code, stage, status, origin, amount_e4, currency, created_on", "'O9', 'Proposal', 'open', 'sourced', 1, 'USD', '2024-01-02'"],
    ["certification", "person, track, level, earned_on", "'P9', 'service', 1, '2024-01-02'"],
    ["observation", "metric_key, observed_on, value", "'sla', '2024-01-31', 1"],
  ])("refuses a %s of another organization's partner in an unpublished batch", async (table, columns, values) => {
    const org = await withEveryFact(`own ${table}`);
    const other = await withEveryFact(`foreign ${table}`);
    const { number } = await org.upload("pos", `${LINE}A,S1,never,1,1\n`);
    const before = await organizationData(org);
    const insert = (partner: number) =>
      org.rows(
        `insert into ${table} (org_id, batch_id, line, partner_id, ${columns}) select $1, id, 1, $3, ${values} from import_batch where org_id = $1 and number = $2 returning line`,
        [number, partner],
      );
    await expect(insert(await id(other, "partner"))).rejects.toThrow("foreign key");
    await expect(insert(2_000_000_000)).rejects.toThrow("foreign key");
    expect(await organizationData(org)).toEqual(before);
    expect(await insert(await id(org, "partner"))).toEqual([{ line: 1 }]);
  });

  test("keeps published batches and facts from their owner's own UPDATE and TRUNCATE of batches", async () => {
    const org = await organization("the owner");
    const owner = new pg.Client({ connectionString: database.ownerUrl() });
    await owner.connect();
    try {
      await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
      await expect(owner.query("update import_batch set file_name = 'other.csv'")).rejects.toThrow("a published batch never changes");
      await expect(owner.query("truncate import_batch cascade")).rejects.toThrow("never change");
    } finally {
      await owner.end();
    }
  });
});
