import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BackTest } from "@/lib/contracts/back-test";
import { startBackTestWorker } from "@/lib/jobs/back-test-worker";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { discardDraft } from "@/lib/services/define/discard-draft";
import { saveDraft } from "@/lib/services/define/save-draft";
import { cancelBackTest } from "@/lib/services/optimize/cancel-back-test";
import { getBackTest } from "@/lib/services/optimize/get-back-test";
import { startBackTest } from "@/lib/services/optimize/start-back-test";
import { startScript, until } from "../../support/child-process";
import { program, type ScoreOrganization } from "../../support/factories";
import { untilSomebodyWaits } from "../../support/lock-waiters";
import { scoreDatabase } from "../../support/score-database";
import { backTested, performHere, seen } from "./perform-here";
import { testedOrganization } from "./tested-organization";

const database = scoreDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl() });
  await owner.connect();
});
afterAll(() => owner.end());

const OTHER = program({ name: "Other rules" });

const running = (name: string) => testedOrganization(database, name);

const stored = async ({ sql, orgId }: ScoreOrganization) => ({
  tests: (await sql("select to_jsonb(b) as row from back_test b where org_id = $1 order by id", [orgId])).rows,
  quarters: (await sql("select to_jsonb(q) as row from back_test_quarter q where org_id = $1 order by back_test_id, place", [orgId])).rows,
  events: (await sql("select action, target, detail from audit_event where org_id = $1 and action like 'back_test%' order by seq", [orgId])).rows,
});

const outcome = ({ status, results, summary }: BackTest) => ({ status, results, summary });

describe("a back-test that is asked for", () => {
  test("keeps the draft as it was then, and says when the draft went on", async () => {
    const org = await running("went on");
    const asked = await startBackTest(org.manager, { version: 2, quarters: 4 });
    expect(asked).toMatchObject({ status: "running", isCurrent: true, mayCancel: true, quarters: 4, results: [], summary: null, run: { number: 1 } });
    const saved = await saveDraft(org.second, { version: 2, revision: 1, document: OTHER });
    await performHere(org);

    const without = await seen(org, 2);
    expect(without).toMatchObject({ status: "done", isCurrent: false, documentHash: asked.documentHash, askedBy: "The channel_manager" });
    expect(without.documentHash).not.toBe(saved.documentHash);
    // Without grace FALLS falls at once.
    expect(without.results.map(({ tiers }) => tiers)).toEqual([
      [0, 1, 1],
      [0, 2, 0],
      [0, 2, 0],
      [0, 1, 1],
    ]);
    const again = await backTested(org, 4, 2);
    expect(again.isCurrent).toBe(true);
    expect(again.results[1]?.tiers).toEqual([0, 1, 1]);
  });

  test("is in the trail, by whom and of which document", async () => {
    const org = await running("trail");
    const target = "program main version 2";
    const { documentHash } = await startBackTest(org.manager, { version: 2, quarters: 3 });
    const started = { action: "back_test.start", target, detail: { quarters: 3, documentHash, run: 1, knownAt: 3 } };
    expect((await stored(org)).events).toEqual([started]);
    await cancelBackTest(org.manager, { version: 2 });
    const cancelled = { action: "back_test.cancel", target, detail: { quarters: 3, documentHash, askedBy: "The channel_manager" } };
    expect((await stored(org)).events).toEqual([started, cancelled]);
    await startBackTest(org.manager, { version: 2, quarters: 3 });
    await discardDraft(org.second, { version: 2, revision: 1 });
    expect((await stored(org)).events).toEqual([started, cancelled, started, cancelled]);
  });

  test("twice at the same moment, or while it runs, is one", async () => {
    const org = await running("twice");
    const asked = await Promise.all([
      startBackTest(org.manager, { version: 2, quarters: 4 }),
      startBackTest(org.second, { version: 2, quarters: 4 }),
      startBackTest(org.manager, { version: 2, quarters: 4 }),
    ]);
    await performHere(org, 2);
    const meanwhile = await startBackTest(org.second, { version: 2, quarters: 1 });
    expect(meanwhile.results).toHaveLength(2);
    expect(new Set([...asked, meanwhile].map(({ askedAt, askedBy, quarters }) => `${askedAt} ${askedBy} ${quarters}`)).size).toBe(1);
    const { tests, events } = await stored(org);
    expect([tests.length, events.length]).toEqual([1, 1]);
    const jobs = await org.sql("select count(*)::int as n from pgboss.job where name = 'back-test' and (data->>'orgId')::int = $1", [org.orgId]);
    expect(jobs.rows).toEqual([{ n: 1 }]);
    // Another version has its own, and once it has ended it may be asked for again.
    expect(await startBackTest(org.manager, { version: 1, quarters: 1 })).toMatchObject({ status: "running", quarters: 1 });
    await performHere(org);
    expect((await backTested(org, 1, 1)).status).toBe("done");
  });

  test("ends with the reason when the program asks for what the organization lacks", async () => {
    const org = await running("lacks");
    const metrics = program().metrics.map((metric) =>
      metric.key === "sales" ? { ...metric, source: { ...metric.source, metric: "nowhere" } } : metric,
    ) as ReturnType<typeof program>["metrics"];
    await saveDraft(org.manager, { version: 2, revision: 1, document: program({ metrics }) });
    await startBackTest(org.manager, { version: 2, quarters: 2 });
    expect(await performHere(org)).toBe(true);
    expect(await seen(org, 2)).toMatchObject({ status: "failed", failure: expect.stringContaining("nowhere"), results: [], summary: null });
  });
});

describe("a back-test is refused, and nothing is stored,", () => {
  let org: ScoreOrganization;
  let other: ScoreOrganization;
  beforeAll(async () => {
    org = await running("refusing");
    other = await running("other");
    await startBackTest(org.manager, { version: 1, quarters: 4 });
  });

  async function refused(attempt: () => Promise<unknown>, problem: object): Promise<void> {
    const before = [await stored(org), await stored(other)];
    await expect(attempt()).rejects.toMatchObject(problem);
    expect([await stored(org), await stored(other)]).toEqual(before);
  }

  test.each([0, 9, 1.5])("over %d quarters", async (quarters) => {
    await refused(() => startBackTest(org.manager, { version: 2, quarters }), { code: "invalid_input" });
  });

  test("to finance, which may look, and to partners, who may not", async () => {
    await refused(() => startBackTest(org.staff("finance"), { version: 2 }), { code: "forbidden" });
    await refused(() => cancelBackTest(org.staff("finance"), { version: 1 }), { code: "forbidden" });
    expect((await getBackTest(org.staff("finance"), { version: 1 })).backTest).toMatchObject({ status: "running", mayCancel: false });
    for (const attempt of [startBackTest, cancelBackTest, getBackTest])
      await refused(() => attempt(org.partnerUser("FALLS"), { version: 1 }), { code: "forbidden" });
  });

  test("of a version that does not exist, or that another organization has", async () => {
    for (const attempt of [startBackTest, cancelBackTest, getBackTest])
      await refused(() => attempt(org.manager, { version: 3 }), { code: "not_found" });
    await createProgramVersion(other.manager, { document: OTHER });
    await refused(() => startBackTest(org.manager, { version: 3 }), { code: "not_found" });
    expect((await getBackTest(other.manager, { version: 1 })).backTest).toBeNull();
  });

  test("before the first published run", async () => {
    const young = await database.organization("young", [{ code: "A" }]);
    await young.publishProgram(program());
    await refused(() => startBackTest(young.manager, { version: 1 }), {
      code: "not_found",
      message: expect.stringContaining("No run has been published"),
    });
    expect((await stored(young)).tests).toEqual([]);
  });

  test("of a draft that contradicts itself, or was discarded", async () => {
    const tiers = program().tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: null } : tier));
    const { version } = await createProgramVersion(org.manager, { document: program({ tiers }) });
    await refused(() => startBackTest(org.manager, { version }), { code: "unprocessable", details: { issues: expect.anything() } });
    await discardDraft(org.manager, { version, revision: 1 });
    await refused(() => startBackTest(org.manager, { version }), { code: "conflict", message: expect.stringContaining("discarded") });
  });
});

describe("a back-test is cancelled", () => {
  test("by who asked for it and nobody else, keeps what is done, and goes no further", async () => {
    const org = await running("cancelled");
    await startBackTest(org.manager, { version: 2, quarters: 4 });
    await performHere(org, 2);
    const before = await stored(org);
    await expect(cancelBackTest(org.second, { version: 2 })).rejects.toMatchObject({ code: "forbidden", details: { reason: "asked_by_other" } });
    expect(await stored(org)).toEqual(before);

    expect(await cancelBackTest(org.manager, { version: 2 })).toMatchObject({ status: "cancelled", mayCancel: false });
    expect(await performHere(org)).toBe(true);
    const { status, results, summary } = await seen(org, 2);
    expect([status, results.length, summary]).toEqual(["cancelled", 2, null]);
    const cancelled = await stored(org);
    await expect(cancelBackTest(org.manager, { version: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await stored(org)).toEqual(cancelled);
    expect((await backTested(org, 4, 2)).status).toBe("done");
  });

  test("with its draft", async () => {
    const org = await running("discarded");
    await startBackTest(org.manager, { version: 2, quarters: 4 });
    await performHere(org, 1);
    await discardDraft(org.second, { version: 2, revision: 1 });
    expect(await seen(org, 2)).toMatchObject({ status: "cancelled", mayCancel: false });
    await performHere(org);
    expect((await seen(org, 2)).results).toHaveLength(1);
  });
});

describe("what was tested stays:", () => {
  test("nothing of what was asked, of a quarter or of what ended can be changed, and nothing deleted", async () => {
    const org = await running("stays");
    await startBackTest(org.manager, { version: 2, quarters: 1 });
    await performHere(org, 1);
    const before = await stored(org);
    for (const statement of [
      "update back_test set quarters = 8",
      "update back_test set document = '{}'",
      "update back_test_quarter set result = '{}'",
      "update back_test set status = 'done', ended_at = now()",
      "delete from back_test",
      "delete from back_test_quarter",
    ])
      await expect(org.sql(statement), statement).rejects.toThrow(/refused|permission denied|back_test_summary/);
    expect(await stored(org)).toEqual(before);
    await performHere(org);
    await expect(org.sql("update back_test set summary = '{}'")).rejects.toThrow(/it has ended/);
    // What the quarters left to each other is forgotten.
    expect((await stored(org)).quarters.map(({ row }) => row.partners)).toEqual([null]);
  });
});

describe("the worker", { timeout: 120_000 }, () => {
  async function working(work: () => Promise<void>): Promise<void> {
    const worker = await startBackTestWorker();
    try {
      await work();
    } finally {
      await worker.stop();
    }
  }
  const ended = (org: ScoreOrganization) => until("the back-test has ended", async () => (await seen(org, 2)).status !== "running");

  test("takes up what is queued", async () => {
    const org = await running("queued");
    await startBackTest(org.manager, { version: 2, quarters: 4 });
    await working(() => ended(org));
    expect(outcome(await seen(org, 2))).toEqual(outcome(await backTested(org, 4, 2)));
  });

  test("killed with kill -9 between two quarters, leaves the rest to the next, which does no quarter again and comes to the same", async () => {
    const org = await running("killed");
    await startBackTest(org.manager, { version: 2, quarters: 4 });
    await performHere(org, 1);
    const [first] = (await stored(org)).quarters;
    await owner.query("begin");
    await owner.query("lock table back_test_quarter in share mode");
    const killed = startScript("scripts/worker.ts", [], { DATABASE_URL: database.appUrl() });
    await untilSomebodyWaits(owner);
    await killed.kill();
    await owner.query("commit");
    await until(
      "its locks are gone",
      async () => (await owner.query("select from pg_locks where locktype = 'advisory' and classid = $1", [org.orgId])).rowCount === 0,
    );
    expect((await seen(org, 2)).results).toHaveLength(1);
    // As if it had happened a minute ago: a job just begun may be between two steps.
    await org.sql("update pgboss.job set started_on = started_on - interval '1 minute' where (data->>'orgId')::int = $1 and state = 'active'", [
      org.orgId,
    ]);

    await working(async () => {
      await until("the second quarter is done", async () => (await seen(org, 2)).results.length > 1);
      await ended(org);
    });
    const resumed = await seen(org, 2);
    expect((await stored(org)).quarters[0]?.row.result).toEqual(first?.row.result);
    expect(outcome(resumed)).toEqual(outcome(await backTested(org, 4, 2)));
  });

  test("leaves the rest to whoever starts next when it is told to stop", async () => {
    const org = await running("stopped");
    await startBackTest(org.manager, { version: 2, quarters: 4 });
    await owner.query("begin");
    await owner.query("lock table back_test_quarter in share mode");
    const worker = await startBackTestWorker();
    await untilSomebodyWaits(owner);
    const stopped = worker.stop();
    await owner.query("commit");
    await stopped;
    expect(await seen(org, 2)).toMatchObject({ status: "running" });
    expect((await seen(org, 2)).results).toHaveLength(1);
    await working(() => ended(org));
    expect(outcome(await seen(org, 2))).toEqual(outcome(await backTested(org, 4, 2)));
  });

  test("gives up a back-test that ended its worker as often as it may be tried", async () => {
    const org = await running("ended again and again");
    await startBackTest(org.manager, { version: 2, quarters: 4 });
    await org.sql(
      "update pgboss.job set state = 'active', started_on = now() - interval '1 minute', retry_count = retry_limit where name = 'back-test' and (data->>'orgId')::int = $1",
      [org.orgId],
    );
    await working(() => ended(org));
    expect(await seen(org, 2)).toMatchObject({ status: "failed", failure: expect.stringContaining("neither in the program nor in the data") });
  });
});
