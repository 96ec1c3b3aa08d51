import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "@/lib/clock";
import { addMonths } from "@/lib/domain/shared/calendar-day";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { createOverride } from "@/lib/services/score/create-override";
import { endOverride } from "@/lib/services/score/end-override";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { createRegion } from "@/lib/services/settings/create-region";
import { getSampleData } from "@/lib/services/settings/get-sample-data";
import { removeSampleData } from "@/lib/services/settings/remove-sample-data";
import { verifyAudit } from "@/lib/services/settings/verify-audit";
import type { ScoreOrganization } from "../../support/factories";
import { untilSomebodyWaits } from "../../support/lock-waiters";
import { scoreDatabase } from "../../support/score-database";
import { KEPT, type Stored, storedOf, tablesOfOrganizations, wholeOrganization } from "./sample-organization";

const database = scoreDatabase();
let tables: string[];
let holder: pg.Client;
beforeAll(async () => {
  holder = new pg.Client({ connectionString: database.appUrl() });
  await holder.connect();
  tables = await tablesOfOrganizations((text) => holder.query(text));
});
afterAll(() => holder.end());

const stored = (org: ScoreOrganization): Promise<Stored> => storedOf(org.sql, tables, org.orgId);
const holding = (state: Stored): string[] => tables.filter((table) => (state[table]?.rows ?? 0) > 0);
const organization = async (org: ScoreOrganization) =>
  (await org.sql("select name, currency, is_demo from organization where id = $1", [org.orgId])).rows[0];

test("the sample data is removed whole: of every table there is, only what belongs to staff, the trail and the counters stay", async () => {
  const org = await wholeOrganization(database, "Sample");
  const other = await wholeOrganization(database, "Other sample");
  const own = await wholeOrganization(database, "Own", { isDemo: false });
  const others = [await stored(other), await stored(own)];
  const before = await stored(org);
  expect(holding(before)).toEqual(tables); // or a table could be forgotten
  const counters = (await org.sql("select name, value from org_counter where name <> 'audit' order by name")).rows;
  const events = (await org.sql("select to_jsonb(e) as event from audit_event e order by seq")).rows;

  expect(await removeSampleData(org.staff("admin"), { name: "Sample" })).toEqual({
    ...{ state: "absent", isOffered: true, step: null, stepsDone: 0, steps: 0, failure: null },
  });

  expect(holding(await stored(org))).toEqual(KEPT);
  expect(await organization(org)).toEqual({ name: "Sample", currency: "EUR", is_demo: false });
  for (const table of ["app_user", "invitation"])
    expect((await org.sql(`select role from ${table}`)).rows.filter(({ role }) => role === "partner")).toEqual([]);
  expect((await org.sql("select name from api_token")).rows).toEqual([{ name: "nightly" }]);
  expect((await org.sql("select name, value from org_counter where name not in ('audit', 'version:main') order by name")).rows).toEqual(counters);
  expect((await org.sql("select value from org_counter where name = 'version:main'")).rows).toEqual([{ value: 2 }]);
  const { rows: trail } = await org.sql("select to_jsonb(e) as event from audit_event e order by seq");
  expect(trail.slice(0, -1)).toEqual(events);
  expect(trail.at(-1)?.event).toMatchObject({
    action: "sample_data.remove",
    target: "organization Sample",
    detail: { partners: 2, posLines: 2, imports: 6, runs: 3, funds: 2, partnerUsers: 1 },
  });
  expect((await verifyAudit(org.staff("admin"), {})).broken).toBeNull();
  expect([await stored(other), await stored(own)]).toEqual(others);
});

describe("the removal is refused, and nothing is changed,", () => {
  let org: ScoreOrganization;
  beforeAll(async () => {
    org = await wholeOrganization(database, "Refusing");
  });

  async function refused(target: ScoreOrganization, actor: ScoreOrganization["manager"], name: string, problem: object): Promise<void> {
    const before = [await stored(target), await organization(target)];
    await expect(removeSampleData(actor, { name })).rejects.toMatchObject(problem);
    expect([await stored(target), await organization(target)]).toEqual(before);
  }

  test.each(["", "refusing", "Refusing!"])("for the name %j", async (name) => {
    await refused(org, org.staff("admin"), name, { code: "unprocessable", details: { issues: [{ path: "name" }] } });
  });

  test("of those who are not administrators", async () => {
    for (const actor of [org.manager, org.staff("finance"), org.partnerUser("A-OWN")]) await refused(org, actor, "Refusing", { code: "forbidden" });
  });

  test.each(["queued", "loading"])("while the sample data is %s", async (status) => {
    await org.sql("update sample_load set status = $2 where org_id = $1", [org.orgId, status]);
    await refused(org, org.staff("admin"), "Refusing", { code: "conflict", message: expect.stringContaining("still being loaded") });
    await org.sql("update sample_load set status = 'loaded' where org_id = $1", [org.orgId]);
  });

  test.each(["receiving", "queued", "checking", "loading"])("while an import is %s", async (status) => {
    await org.sql(
      "insert into import_batch (org_id, number, kind, file_name, format, status, created_by) values ($1, 500, 'pos', 'mine.csv', '{}', $2, 'Ada')",
      [org.orgId, status],
    );
    await refused(org, org.staff("admin"), "Refusing", { code: "conflict", details: { import: 500 } });
    await org.sql("delete from import_batch where org_id = $1 and number = 500", [org.orgId]);
  });

  test("in an organization whose data is its own", async () => {
    const own = await wholeOrganization(database, "Mine", { isDemo: false });
    await refused(own, own.staff("admin"), "Mine", { code: "conflict", message: expect.stringContaining("its own, and stays") });
  });
});

test("the removal waits for whoever is adding something, and takes that too", async () => {
  const org = await wholeOrganization(database, "Adding");
  await holder.query("begin");
  await holder.query("select set_config('app.org_id', $1, true)", [String(org.orgId)]);
  await holder.query("insert into region (org_id, code, name) values ($1, 'late', 'Late')", [org.orgId]);
  const removal = removeSampleData(org.staff("admin"), { name: "Adding" });
  await untilSomebodyWaits(holder);
  await holder.query("commit");
  expect(await removal).toMatchObject({ state: "absent" });
  expect(holding(await stored(org))).toEqual(KEPT);
});

test("whoever adds something during the removal adds it to the empty organization", async () => {
  const org = await wholeOrganization(database, "Emptied");
  await holder.query("begin");
  await holder.query("select set_config('app.org_id', $1, true)", [String(org.orgId)]);
  await holder.query("select from program where org_id = $1 for update", [org.orgId]); // where the removal comes to by and by
  const removal = removeSampleData(org.staff("admin"), { name: "Emptied" });
  await untilSomebodyWaits(holder);
  const added = createRegion(org.manager, { code: "mine", name: "Mine", parent: null });
  await holder.query("commit");
  expect(await removal).toMatchObject({ state: "absent" });
  expect(await added).toMatchObject({ code: "mine" });
  expect((await org.sql("select code from region")).rows).toEqual([{ code: "mine" }]);
  expect((await getSampleData(org.manager, {})).isOffered).toBe(false);
});

const PASSING = ["conflict", "not_found", "unprocessable", "unavailable"]; // what somebody may be told who met the removal

describe("of fifty at the moment of the removal none leaves half of anything:", { timeout: 120_000 }, () => {
  test.each([1, 2, 3])("evaluating and publishing, round %i", async (round) => {
    const org = await wholeOrganization(database, `Raced ${round}`);
    const after = await race(org, `Raced ${round}`, (n) =>
      n % 2 === 0 ? publishRun(org.manager, { run: 3 }) : evaluateRun(org.manager, { asOf: `2024-08-${10 + (n % 20)}` }),
    );
    if (after.removed) expect(holding(after.state)).toEqual(KEPT);
  });

  test.each([1, 2, 3])("uploading, round %i", async (round) => {
    const org = await wholeOrganization(database, `Uploaded to ${round}`);
    const after = await race(org, `Uploaded to ${round}`, (n) =>
      receiveImport(org.manager, { kind: "regions", fileName: `${n}.csv`, body: bytes(`code,name\nr${n},Region ${n}\n`) }),
    );
    if (!after.removed) return;
    expect(holding(after.state).filter((table) => !KEPT.includes(table) && !["import_batch", "import_chunk"].includes(table))).toEqual([]);
    const { rows: batches } = await org.sql(
      "select number > 1000 as later, status, (select count(*)::int from import_chunk c where c.org_id = b.org_id and c.batch_id = b.id) as chunks from import_batch b",
    );
    for (const batch of batches) expect(batch).toEqual({ later: true, status: "queued", chunks: 1 });
  });

  test.each([1, 2, 3])("overriding, round %i", async (round) => {
    const org = await wholeOrganization(database, `Overridden ${round}`);
    const expires = addMonths(today("UTC"), 6);
    const after = await race(org, `Overridden ${round}`, (n) =>
      n % 3 === 0
        ? endOverride(org.manager, { override: 1 + n / 3, reason: "in between" })
        : createOverride(org.manager, { partner: "A-OWN", tier: "gold", reason: `number ${n}`, expires }),
    );
    if (after.removed) expect(holding(after.state)).toEqual(KEPT);
  });

  /** The removal in the middle of 49 others. It is done whole, or refused, and then nothing of before is gone. */
  async function race(org: ScoreOrganization, name: string, act: (n: number) => Promise<unknown>): Promise<{ removed: boolean; state: Stored }> {
    const others = (from: number, count: number) => Array.from({ length: count }, (_, n) => act(from + n));
    const before = others(0, 7);
    const removal = removeSampleData(org.staff("admin"), { name });
    const [removing, ...outcomes] = await Promise.allSettled([removal, ...before, ...others(7, 42)]);
    const refusals = [removing, ...outcomes].flatMap((outcome) => (outcome?.status === "rejected" ? [outcome.reason.code] : []));
    expect(refusals.filter((code) => !PASSING.includes(code))).toEqual([]);
    const state = await stored(org);
    const removed = removing?.status === "fulfilled";
    if (!removed) expect(holding(state)).toEqual(tables);
    expect((await verifyAudit(org.staff("admin"), {})).broken).toBeNull();
    return { removed, state };
  }
});

async function* bytes(csv: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csv);
}
