import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { verifyPassword } from "@/lib/auth/password";
import { closeDatabase } from "@/lib/db/client";
import { getPath } from "@/lib/services/score/get-path";
import { removeSampleData } from "@/lib/services/settings/remove-sample-data";
import expected from "@/prisma/demo/adventureworks/expected.json";
import { DEMO_ORGANIZATION } from "@/prisma/demo/demo-organization";
import { fillDemoOrganization } from "@/prisma/demo/fill-demo-organization";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { runHere } from "../../unit/cli/run-here";
import { runScript, startScript } from "./run-script";

const LOAD = "prisma/demo/load-demo.ts";

let database: TestDatabase;
let client: pg.Client;
let home: string;

/** The demo is loaded after a first load was killed in the middle of the POS file, so that whatever holds below holds after that. */
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  home = await mkdtemp(path.join(tmpdir(), "tierline-demo-"));
  client = new pg.Client(database.ownerUrl);
  await client.connect();
  await client.query("select set_config('app.org_id', '1', false)");

  const load = [LOAD, [], { DATABASE_URL: database.appUrl, APP_DATA_DIR: home }] as const;
  const killed = startScript(...load);
  while ((await rows("select from import_batch where kind = 'pos'")).length === 0) expect(killed.child.exitCode).toBeNull();
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(await rows("select from import_batch where kind = 'pos' and status = 'published'")).toEqual([]);

  const { exitCode, stdout } = await runScript(...load);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
}, 180_000);

afterAll(async () => {
  await client?.end();
  await closeDatabase();
  await database?.drop();
});

async function rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  return (await client.query<Row>(sql)).rows;
}

describe("the loaded demo", () => {
  test("is marked as a demonstration", async () => {
    expect(await rows("select name, is_demo from organization")).toEqual([{ name: "AdventureWorks Cycles (demo)", is_demo: true }]);
  });

  test("adds up to the published totals in the database", async () => {
    const { lines, resellers, resellersWithSales, salesAmount } = expected.total;
    expect(
      await rows(`select count(*)::int as lines, count(distinct partner_id)::int as "resellersWithSales", (sum(net_e4) / 10000.0)::numeric(14, 4)::text as "salesAmount",
        (select count(*)::int from partner) as resellers from pos_line`),
    ).toEqual([{ lines, resellers, resellersWithSales, salesAmount }]);
  });

  test("adds up to the published amounts by business type and category", async () => {
    const sums = await rows<{ type: string; category: string; amount: string }>(`
      select coalesce(p.type, 'all') as type, coalesce(c.code, 'all') as category, round(sum(f.net_e4) / 10000.0, 2)::text as amount
      from pos_line f join partner p on p.id = f.partner_id join product s on s.id = f.product_id
        join product_line l on l.id = s.line_id join product_category c on c.id = l.category_id
      group by cube (p.type, c.code)`);
    const table: Record<string, Record<string, string>> = {};
    for (const { type, category, amount } of sums) table[type] = { ...table[type], [category]: amount };
    expect(table).toEqual(expected.byTypeAndCategory.rows);
  });

  test("adds up to the published amounts by month in the rollups that metrics read", async () => {
    const months = await rows<{ month: string; salesAmount: string; resellers: number }>(`
      select to_char(month, 'YYYY-MM') as month, round(sum(net_e4) / 10000.0, 2)::text as "salesAmount", count(distinct partner_id)::int as resellers
      from pos_month group by 1`);
    expect(Object.fromEntries(months.map(({ month, ...sums }) => [month, sums]))).toEqual(expected.byMonth.rows);
  });

  test("loads every line of every file", async () => {
    const imports = await rows("select distinct kind, rows_loaded = rows_read as whole from import_batch where status = 'published' order by kind");
    const kinds = ["certifications", "observations", "opportunities", "partners", "pos", "potentials", "products", "regions"];
    expect(imports).toEqual(kinds.map((kind) => ({ kind, whole: true })));
  });

  test("publishes the reviews of six quarters, between which partners rise and fall", async () => {
    const runs = await rows("select number, status, as_of::text from run order by number");
    expect(runs).toEqual(
      ["2012-08-31", "2012-11-30", "2013-02-28", "2013-05-31", "2013-08-31", "2013-11-30"].map((as_of, index) => ({
        number: index + 1,
        status: "published",
        as_of,
      })),
    );
    const moves = await rows<{ movement: string }>("select distinct movement from decision d join run r on r.id = d.run_id where r.number = 6");
    expect(moves.map(({ movement }) => movement)).toEqual(expect.arrayContaining(["promoted", "demoted", "held_in_grace", "unchanged"]));
  });

  test("has a fund for the quarter after each review: approved by another, and the coming one a draft that adds up", async () => {
    const funds = await rows(`
      select f.number, f.status, f.period_from::text as from, r.number as run, f.allocated = (select sum(a.amount) from allocation a where a.fund_id = f.id) as adds_up,
        f.approved_by is distinct from f.submitted_by as by_another
      from fund f join run r on r.id = f.run_id order by f.number`);
    const quarters = ["2012-09-01", "2012-12-01", "2013-03-01", "2013-06-01", "2013-09-01", "2013-12-01"];
    expect(funds).toEqual(
      quarters.map((from, i) => ({ number: i + 1, status: i < 5 ? "approved" : "draft", from, run: i + 1, adds_up: true, by_another: i < 5 })),
    );
    expect(await rows("select distinct created_by, approved_by from fund where status = 'approved'")).toEqual([
      { created_by: "Sample data: finance", approved_by: "Sample data: controller" },
    ]);
    expect(await rows("select fund_id, count(*)::int as adjusted from allocation where reason is not null group by 1")).toEqual([
      { fund_id: 6, adjusted: 2 },
    ]);
  });

  test("forms a pyramid: few elite, some gold, more silver, most registered", async () => {
    const tiers = await rows<{ decided: string; share: number }>(`
      select decided, count(*)::float8 / 701 as share from decision d join run r on r.id = d.run_id where r.number = 6 group by 1`);
    const share = Object.fromEntries(tiers.map((tier) => [tier.decided, tier.share]));
    expect(share.elite).toBeGreaterThan(0.03);
    expect(share.elite).toBeLessThan(0.08);
    expect(share.gold).toBeLessThan(0.22);
    expect(share.silver).toBeGreaterThan(share.gold ?? 0);
    expect(share.registered).toBeGreaterThan(0.4);
  });

  test("tells every partner below the highest tier a way to the next one, and at which review it counts", async () => {
    const actor = Actor.system(1, "test");
    const partners = await rows<{ code: string; decided: string }>(
      "select d.partner_code as code, d.decided from decision d join run r on r.org_id = d.org_id and r.id = d.run_id where r.number = 6 order by 1",
    );
    const some = partners.filter((_, place) => place % 25 === 0);
    expect(some.length).toBeGreaterThan(20);
    for (const { code, decided } of some) {
      const { kind, ways, firstReview } = await getPath(actor, { partner: code });
      expect([code, kind]).toEqual([code, decided === "elite" && kind === "highest" ? "highest" : "paths"]);
      expect([code, ways.some(({ inTime }) => inTime)]).toEqual([code, kind === "paths" && firstReview === null]);
    }
  });

  test("writes sign-ins for each role and two partners, which open their accounts", async () => {
    const signIns: { email: string; password: string }[] = JSON.parse(await readFile(path.join(home, "demo-sign-ins.json"), "utf8"));
    const users = await rows<{ email: string; role: string; password_hash: string }>("select email, role, password_hash from app_user order by id");
    expect(users.map(({ role }) => role)).toEqual(["admin", "channel_manager", "finance", "finance", "partner", "partner"]);
    for (const { email, password } of signIns) {
      const hash = users.find((user) => user.email === email)?.password_hash ?? null;
      expect(await verifyPassword(password, hash)).toBe(true);
    }
    expect(signIns.length).toBe(users.length);
  });

  test("loaded again changes nothing", async () => {
    const state = () =>
      rows(
        "select (select count(*) from audit_event) as events, (select count(*) from import_batch) as imports, (select count(*) from pos_line) as lines",
      );
    const before = await state();
    expect(await fillDemoOrganization()).toBe(1);
    expect(await state()).toEqual(before);
  });
});

describe("the command line on the demo", () => {
  const tierline = (...args: string[]) => runHere(args);

  test("re-performs a published run", async () => {
    const { exitCode, stdout } = await tierline("reperform", "6", "--json");
    expect({ exitCode, stdout: JSON.parse(stdout) }).toMatchObject({
      exitCode: 0,
      stdout: { run: 6, stored: 701, inputs: true, decisions: true, evaluation: true, differing: 0 },
    });
  });

  test("exports the standings of a run, the same partners as CSV and as JSON", async () => {
    const csv = await tierline("export", "standings", "--run", "6");
    const json = await tierline("export", "standings", "--run", "6", "--json");
    expect([csv.exitCode, json.exitCode]).toEqual([0, 0]);
    expect(csv.stdout.trimEnd().split("\r\n").length).toBe(1 + 701);
    expect(JSON.parse(json.stdout).length).toBe(701);
  });

  test("is told that a run is published already, and that another does not exist", async () => {
    expect(await tierline("publish", "6")).toMatchObject({ exitCode: 3, stdout: "", stderr: expect.stringContaining("already published") });
    expect(await tierline("publish", "99")).toMatchObject({ exitCode: 4, stdout: "" });
  });

  test("evaluates a draft and publishes it", async () => {
    const evaluated = await tierline("evaluate", "--as-of", "2013-12-31", "--json");
    const draft = JSON.parse(evaluated.stdout);
    expect(draft).toMatchObject({ status: "draft", base: 6, partners: 701 });
    expect((await tierline("publish", String(draft.number), "--json")).exitCode).toBe(0);
    expect(await rows(`select status, note from run where number = ${Number(draft.number)}`)).toEqual([{ status: "published", note: null }]);
  });
});

test("somebody removes its sample data: the next start leaves it empty, and prints the sign-ins that there still are", async () => {
  await removeSampleData(Actor.system(1, "test"), { name: DEMO_ORGANIZATION });
  const events = await rows("select count(*) from audit_event");
  const { exitCode, stdout } = await runScript(LOAD, [], { DATABASE_URL: database.appUrl, APP_DATA_DIR: home });
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
  expect(
    await rows("select is_demo, (select count(*)::int from import_batch) as imports, (select count(*)::int from run) as runs from organization"),
  ).toEqual([{ is_demo: false, imports: 0, runs: 0 }]);
  expect(await rows("select count(*) from audit_event")).toEqual(events);
  const signIns: { email: string }[] = JSON.parse(await readFile(path.join(home, "demo-sign-ins.json"), "utf8"));
  expect(signIns.map(({ email }) => email.split("@")[0])).toEqual(["admin", "manager", "controller", "finance"]);
});
