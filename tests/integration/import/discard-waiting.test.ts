import pg from "pg";
import { describe, expect, test } from "vitest";
import { inScope } from "@/lib/db/scoped";
import { discardWaiting } from "@/lib/services/measure/discard-waiting";
import { getImport } from "@/lib/services/measure/get-import";
import { writeWaitingRows } from "@/lib/services/measure/write-waiting-rows";
import { until } from "../../support/child-process";
import { importDatabase } from "./import-database";
import type { ImportOrganization } from "./import-organization";
import { organizationData, organizationFacts } from "./organization-data";

const database = importDatabase();

const HEADER = "Dealer,sku,sale_date,units,net_amount,note";
const FORMAT = { mapping: { Dealer: "partner_code" } };
const TYPO = 'AA,S1,2024-01-06,1,20,"said ""now"""';

/** One line that loads, one of a mistyped partner, one of an unknown partner and SKU. */
async function organization(name: string): Promise<ImportOrganization> {
  const org = await database.organization(name);
  await org.withMasterData();
  await org.upload("pos", `${HEADER}\nA,S1,2024-01-05,1,10,\n${TYPO}\nZ,S9,2024-01-07,1,30,\n`, { format: FORMAT, fileName: "january.csv" });
  return org;
}

async function download({ manager }: ImportOrganization, batch: number): Promise<{ fileName: string; text: string }> {
  const { fileName, chunks } = await writeWaitingRows(manager, { batch });
  let text = "";
  for await (const piece of chunks) text += piece;
  return { fileName, text };
}

/** Returns once so many transactions of this database wait for a lock. */
function untilWaiting(holder: pg.Client, transactions: number): Promise<void> {
  return until(`${transactions} wait`, async () => {
    const { rows } = await holder.query<{ waiting: number }>(
      `select count(distinct pid)::int as waiting from pg_locks where not granted and pid in (
         select l.pid from pg_locks l where l.database = (select oid from pg_database where datname = current_database()))`,
    );
    return (rows[0]?.waiting ?? 0) >= transactions;
  });
}

describe("the file of waiting rows", () => {
  test("has them as they were written, with what each waits for, and can be mended and sent again", async () => {
    const org = await organization("waiting file");
    const { fileName, text } = await download(org, 4);
    expect(fileName).toBe("waiting-4-january.csv");
    const [header, typo, unknown, ...rest] = text.split("\n");
    expect(header).toBe(`\ufefferror_line,error_column,error_value,error_code,error_message,${HEADER}`);
    expect(typo).toMatch(/^3,Dealer,AA,unknown_partner,.*partner is not known\..*"?,AA,S1,2024-01-06,1,20,"said ""now"""$/);
    expect(unknown).toMatch(/^4,Dealer \| sku,Z \| S9,unknown_partner \| unknown_sku,/);
    expect(rest).toEqual([""]);

    const mended = [header, typo?.replaceAll("AA", "A")].join("\n");
    expect(await org.upload("pos", mended, { format: FORMAT })).toMatchObject({ status: "published", rows: { loaded: 1 } });
  });

  test("of an import of which nothing waits has no rows, and of one that does not exist is not found", async () => {
    const org = await database.organization("nothing waits");
    await org.withMasterData();
    expect((await download(org, 3)).text.trim().split("\n")).toHaveLength(1);
    await expect(writeWaitingRows(org.manager, { batch: 99 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("waiting rows that are discarded", () => {
  test("wait no more from a sequence of their own, are never loaded, and who discarded them is told", async () => {
    const org = await organization("discard");
    const before = await organizationFacts(org);
    expect(await discardWaiting(org.manager, { batch: 4 })).toMatchObject({
      number: 4,
      status: "published",
      seq: 4,
      waiting: 0,
      rows: { unmatched: 2 },
    });
    const { batch } = await getImport(org.manager, { batch: 5 });
    expect(batch).toMatchObject({
      origin: "replay",
      replayOf: 4,
      status: "published",
      seq: 5,
      rows: { read: 2, loaded: 0, ignored: 2 },
      amounts: {},
      outcome: { code: "waiting_discarded", message: "Mia Manager discarded the rows of import 4 that still waited." },
    });
    await org.upload("partners", "code,name,region_code\nAA,Double,north\n");
    const after = await organizationFacts(org);
    expect({ sales: after.sales, months: after.months }).toEqual({ sales: before.sales, months: before.months });
    const events = await org.rows("select action, target, detail from audit_event where org_id = $1 and action = 'import.discard_waiting'");
    expect(events).toEqual([{ action: "import.discard_waiting", target: "import 4", detail: { rows: 2 } }]);
    expect((await inScope({ orgId: org.orgId, partnerId: null }, "read", (db) => db.audit.verify())).broken).toBeNull();
  });

  test("are discarded by one of two people at once; the other is told, and nothing else changes", async () => {
    const org = await organization("two discarders");
    const outcomes = await Promise.allSettled([4, 4].map((batch) => discardWaiting(org.manager, { batch })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []))).toEqual(["conflict"]);
    expect((await organizationData(org)).batches).toHaveLength(5);
  });

  test("are looked for after a load that settles them: the two wait for each other in one order", async () => {
    const org = await database.organization("load and discard");
    await org.withMasterData();
    await org.upload("partners", "code,name,region_code\nA,Old,west\n");
    const { number } = await org.receive("partners", "code,name,region_code\nA,New,north\n");
    const holder = new pg.Client({ connectionString: database.ownerUrl() });
    await holder.connect();
    await holder.query("begin");
    await holder.query("select set_config('app.org_id', $1, true)", [String(org.orgId)]);
    await holder.query("select from org_counter where org_id = $1 and name = 'seq' for update", [org.orgId]);
    const load = org.process(number);
    await untilWaiting(holder, 1);
    const discard = expect(discardWaiting(org.manager, { batch: 4 })).rejects.toMatchObject({ code: "conflict" });
    await untilWaiting(holder, 2);
    await holder.query("commit");
    await holder.end();
    expect(await load).toMatchObject({ status: "published", rows: { corrected: 1 } });
    await discard;
    expect((await organizationData(org)).partners.find(({ code }) => code === "A")).toMatchObject({ name: "New", region: "north" });
  });

  test("must be there: an import that waits for a word, has none, or does not exist is refused and stays as it is", async () => {
    const org = await organization("nothing to discard");
    const asked = await org.upload("pos", `${HEADER}\nA,S1,someday,1,10,\nQ,S1,2024-02-01,1,5,\n`, { format: FORMAT });
    const before = await organizationData(org);
    await expect(discardWaiting(org.manager, { batch: asked.number })).rejects.toMatchObject({ code: "conflict" });
    await expect(discardWaiting(org.manager, { batch: 3 })).rejects.toMatchObject({ code: "conflict" });
    await expect(discardWaiting(org.manager, { batch: 99 })).rejects.toMatchObject({ code: "not_found" });
    expect(await organizationData(org)).toEqual(before);
  });
});
