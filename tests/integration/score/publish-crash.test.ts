import { once } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { startScript } from "../../support/child-process";
import { program, type ScoreOrganization } from "../../support/factories";
import { untilNobodyHolds, untilSomebodyWaits } from "../../support/lock-waiters";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl() });
  await owner.connect();
});
afterAll(() => owner.end());

/** An organization with one published run and a draft after it. */
async function withDraft(name: string): Promise<ScoreOrganization> {
  const org = await database.organization(name, [{ code: "A" }, { code: "B" }]);
  await org.observe("2024-01-15", { A: { sales: 90, quality: 50 }, B: { sales: 20, quality: 45 } });
  await org.publishProgram(program());
  await evaluateRun(org.manager, { asOf: "2024-01-31" });
  await publishRun(org.manager, { run: 1 });
  await evaluateRun(org.manager, { asOf: "2024-02-29" });
  return org;
}

/** Everything that publishing touches. */
async function state(org: ScoreOrganization) {
  const { rows } = await org.sql(
    `select (select jsonb_agg(to_jsonb(r) order by r.number) from run r where r.org_id = $1) as runs, (select jsonb_agg(to_jsonb(d) order by d.run_id, d.partner_id) from decision d where d.org_id = $1) as decisions,
       (select r.number from program p join run r on r.org_id = p.org_id and r.id = p.current_run_id where p.org_id = $1) as current,
       (select jsonb_agg(to_jsonb(c) order by c.name) from org_counter c where c.org_id = $1) as counters, (select count(*)::int from audit_event where org_id = $1) as events`,
    [org.orgId],
  );
  return rows[0];
}

const start = (org: ScoreOrganization) =>
  startScript("tests/integration/score/publish-one-run.ts", [String(org.orgId), "2"], { DATABASE_URL: process.env.DATABASE_URL ?? "" });

describe("a process killed with kill -9", { timeout: 120_000 }, () => {
  test.each([
    ["before it has moved the program on", "select from program for update"],
    ["while it marks the run", "select from run where number = 2 for update"],
    ["with all done but its audit event", "select from org_counter where name = 'audit' for update"],
  ])("%s has published nothing, and the draft can be published as if nothing had happened", async (point, lock) => {
    const org = await withDraft(`killed ${point}`);
    const before = await state(org);
    await owner.query("begin");
    await owner.query("select set_config('app.org_id', $1, true)", [String(org.orgId)]);
    await owner.query(lock);
    const killed = start(org);
    await untilSomebodyWaits(owner);
    await killed.kill();
    await owner.query("commit");
    await untilNobodyHolds(owner, "program");

    expect(await state(org)).toEqual(before);
    expect(await publishRun(org.manager, { run: 2 })).toMatchObject({ number: 2, status: "published", base: 1 });
    expect(await state(org)).toMatchObject({ current: 2, events: before.events + 1, decisions: before.decisions });
  });

  test("after it has said that the run is published has published it", async () => {
    const org = await withDraft("acknowledged");
    const killed = start(org);
    const [said] = killed.child.stdout === null ? [] : await once(killed.child.stdout, "data");
    await killed.kill();
    expect(String(said)).toBe("published");
    const after = await state(org);
    expect(after).toMatchObject({ current: 2 });
    await expect(publishRun(org.manager, { run: 2 })).rejects.toMatchObject({ code: "conflict", message: "Run 2 is already published." });
    expect(await state(org)).toEqual(after);
  });
});
