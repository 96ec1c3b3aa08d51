import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScriptProcess, startScript, until } from "../../support/child-process";
import { untilSomebodyWaits } from "../../support/lock-waiters";
import { importDatabase } from "./import-database";
import type { ImportOrganization } from "./import-organization";
import { organizationData } from "./organization-data";

const database = importDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl() });
  await owner.connect();
});
afterAll(() => owner.end());

const HEADER = "partner_code,sku,sale_date,units,net_amount,document,document_line\n";
const lines = (count: number, partner: string, units: number) =>
  Array.from({ length: count }, (_, index) => `${partner},S${1 + (index % 3)},2024-01-${10 + (index % 20)},${units},${index},D${index},1\n`).join("");

/** An organization in which import 6 is queued: sales that repeat, correct and add to import 4, with rows that wait and rows that are rejected. */
async function withQueuedSales(name: string): Promise<ImportOrganization> {
  const org = await database.organization(name);
  await org.withMasterData();
  await org.upload("pos", HEADER + lines(300, "A", 1));
  await org.upload("pos", HEADER + lines(10, "C", 1));
  await org.receive("pos", `${HEADER}${lines(100, "A", 1)}${lines(200, "A", 2)}${lines(700, "B", 1)}${lines(9, "C", 2)}A,S1,never,1,1,,\n`, {
    onRejected: "load",
  });
  return org;
}

/** An organization in which import 6 is queued: a partner for whom the sales of import 5 wait. */
async function withQueuedPartner(name: string): Promise<ImportOrganization> {
  const org = await database.organization(name);
  await org.withMasterData();
  await org.upload("pos", HEADER + lines(300, "A", 1));
  await org.upload("pos", HEADER + lines(10, "C", 1));
  await org.receive("partners", "code,name,region_code\nA,Alpha,south\nC,Gamma,north\n");
  return org;
}

const start = (org: ImportOrganization): ScriptProcess =>
  startScript("tests/integration/import/process-one-import.ts", [String(org.orgId), "6"], { DATABASE_URL: database.appUrl() });

/** Holds a worker where it needs what `lock` takes, kills it there, and returns when the database has noticed. */
async function killAt(org: ImportOrganization, lock: string): Promise<void> {
  await owner.query("begin");
  await owner.query("select set_config('app.org_id', $1, true)", [String(org.orgId)]);
  await owner.query(lock);
  const worker = start(org);
  await untilSomebodyWaits(owner);
  await worker.kill();
  await owner.query("commit");
  await untilGone(org);
}

async function untilGone({ orgId }: ImportOrganization): Promise<void> {
  await until(
    "the worker's locks are gone",
    async () => (await owner.query("select from pg_locks where locktype = 'advisory' and classid = $1", [orgId])).rowCount === 0,
  );
}

/** What counts: everything but staged rows and the state of the import itself. */
async function published(org: ImportOrganization) {
  const { sales, batches, waiting, rejected, staged, ...rest } = await organizationData(org);
  const seqs = new Map(batches.map(({ number, seq }) => [number, seq]));
  const counted = <Row extends { batch?: unknown }>(rows: readonly Row[]) => rows.filter(({ batch }) => seqs.get(batch) !== null);
  return { ...rest, sales: counted(sales), waiting: counted(waiting), batches: batches.filter(({ seq }) => seq !== null) };
}

const AUDIT = "select from org_counter where name = 'audit' for update";
const SEQUENCE = "select from org_counter where name = 'seq' for update";

const uninterrupted: { sales?: object; partner?: object } = {};
beforeAll(async () => {
  for (const [what, prepare] of [["sales", withQueuedSales] as const, ["partner", withQueuedPartner] as const]) {
    const org = await prepare(`uninterrupted ${what}`);
    await org.process(6);
    uninterrupted[what] = await organizationData(org);
  }
});

describe("a worker killed with kill -9", { timeout: 120_000 }, () => {
  test.each([
    ["before it has read what codes mean", "lock table partner in access exclusive mode", "checking", 0],
    ["while it stages sales", "lock table pos_line in share mode", "checking", 0],
    ["while it stages rejected rows", "lock table import_rejected_row in share mode", "checking", 0],
    ["right after its check is stored", SEQUENCE, "loading", 1_000],
    ["while it retires what is corrected", "lock table fact_retirement in share mode", "loading", 1_000],
    ["while it rolls up", "lock table pos_month in share mode", "loading", 1_000],
    ["with all done but its audit event", AUDIT, "loading", 1_000],
  ])("%s leaves nothing half stored, and the import processed again ends as if nothing had happened", async (point, lock, status, staged) => {
    const org = await withQueuedSales(`killed ${point}`);
    const before = await published(org);

    await killAt(org, lock);
    expect(await published(org)).toEqual(before);
    const between = await organizationData(org);
    expect(between.batches[5]).toMatchObject({ number: 6, status, seq: null });
    expect(between.sales.filter(({ batch }) => batch === 6)).toHaveLength(staged);

    expect(await org.process(6)).toMatchObject({
      status: "published",
      seq: 6,
      rows: { loaded: 900, unchanged: 100, corrected: 100, unmatched: 9, rejected: 1 },
    });
    expect(await organizationData(org)).toEqual(uninterrupted.sales);
    expect(
      await org.rows("select count(*)::int as events from audit_event where org_id = $1 and target = 'import 6' and action = 'import.publish'"),
    ).toEqual([{ events: 1 }]);
  });

  test.each([
    ["while its partners are loaded", AUDIT, "loading"],
    ["between its load and the replay", "lock table pos_line in share mode", "published"],
    ["while the replay rolls up", "lock table pos_month in share mode", "published"],
  ])("%s loses no row that waited", async (point, lock, status) => {
    const org = await withQueuedPartner(`killed ${point}`);
    await killAt(org, lock);
    const between = await organizationData(org);
    expect(between.batches.slice(5)).toMatchObject([{ number: 6, status }]);
    expect(between.sales).toHaveLength(300);

    await org.process(6);
    expect(await organizationData(org)).toEqual(uninterrupted.partner);
    expect((await organizationData(org)).sales).toHaveLength(310);
  });

  test("in the middle of a file of some megabytes, progress shown, starts over and loads each row once", async () => {
    const org = await database.organization("killed in the middle");
    await org.withMasterData();
    await org.upload("pos", `${HEADER}A,S1,2024-01-01,1,1,,\n`);
    await org.upload("pos", `${HEADER}A,S1,2024-01-02,1,1,,\n`);
    const note = "note ".repeat(20);
    const file = `partner_code,sku,sale_date,units,net_amount,note\n${Array.from({ length: 50_000 }, (_, index) => `A,S1,2024-02-01,1,${index},${note}\n`).join("")}`;
    await org.receive("pos", file);
    const before = await published(org);
    const worker = start(org);
    await until(
      "progress",
      async () =>
        (await org.rows<{ done: number }>("select bytes_done::int as done from import_batch where org_id = $1 and number = 6"))[0]?.done !== 0,
    );
    await worker.kill();
    await untilGone(org);

    expect(await published(org)).toEqual(before);
    expect(await org.process(6)).toMatchObject({
      status: "published",
      seq: 6,
      rows: { read: 50_000, loaded: 50_000 },
      amounts: { loaded: { USD: 49_999 * 25_000 * 10_000 } },
    });
    expect(
      await org.rows(
        "select count(*)::int as lines, count(distinct line)::int as distinct from pos_line l where org_id = $1 and sale_date = '2024-02-01'",
      ),
    ).toEqual([{ lines: 50_000, distinct: 50_000 }]);
  });
});
