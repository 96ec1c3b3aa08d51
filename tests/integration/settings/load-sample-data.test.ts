import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { type FillOrganization, startSampleWorker } from "@/lib/jobs/sample-worker";
import { adoptDefaultProgram } from "@/lib/services/define/adopt-default-program";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { createMetric } from "@/lib/services/measure/create-metric";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listRuns } from "@/lib/services/score/list-runs";
import { publishRun } from "@/lib/services/score/publish-run";
import { createRegion } from "@/lib/services/settings/create-region";
import { getSampleData } from "@/lib/services/settings/get-sample-data";
import { loadSampleData } from "@/lib/services/settings/load-sample-data";
import { removeSampleData } from "@/lib/services/settings/remove-sample-data";
import { updateOrganization } from "@/lib/services/settings/update-organization";
import { verifyAudit } from "@/lib/services/settings/verify-audit";
import { fillOrganization } from "@/prisma/demo/fill-organization";
import { startScript, until } from "../../support/child-process";
import { importDatabase } from "../import/import-database";
import type { ImportOrganization } from "../import/import-organization";

vi.setConfig({ testTimeout: 240_000 });
process.env.LOG_LEVEL = "error";

const database = importDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl() });
  await owner.connect();
});
afterAll(() => owner.end());

const admin = ({ orgId }: ImportOrganization) => Actor.fromUserRow({ id: 1, orgId, name: "Ada Admin", role: "admin", partnerId: null });
const sampleOf = (org: ImportOrganization) => getSampleData(org.manager, {});
const reaches = (org: ImportOrganization, state: string, seconds?: number) =>
  until(`the sample data is ${state}`, async () => (await sampleOf(org)).state === state, seconds);

async function working(fill: FillOrganization, work: () => Promise<void>): Promise<void> {
  const worker = await startSampleWorker(fill);
  try {
    await work();
  } finally {
    await worker.stop();
  }
}

/** Two steps, the first of which brings a region. */
const SMALL: FillOrganization = async (orgId, onStep) => {
  await onStep({ step: "regions", stepsDone: 0, steps: 2 });
  await createRegion(Actor.system(orgId, "sample data"), { code: "world", name: "World", parent: null }).catch(() => undefined);
  await onStep({ step: "program", stepsDone: 1, steps: 2 });
};

async function stored({ rows }: ImportOrganization): Promise<unknown> {
  return rows(`select o.name, o.currency, o.is_demo, (select count(*)::int from sample_load where org_id = o.id) as loads,
    (select count(*)::int from audit_event where org_id = o.id) as events,
    (select count(*)::int from pgboss.job where name = 'sample' and (data->>'orgId')::int = o.id) as jobs from organization o where o.id = $1`);
}

describe("asking for the sample data", () => {
  test("marks the organization, in the sample's currency, and queues the job with its audit event", async () => {
    const org = await database.organization("asks");
    await updateOrganization(admin(org), { name: "asks", currency: "EUR", timeZone: "UTC", fiscalStartMonth: 1, weekStart: 1 });
    expect(await sampleOf(org)).toMatchObject({ state: "absent", isOffered: true });
    expect(await loadSampleData(admin(org), {})).toMatchObject({ state: "queued", isOffered: false, step: null });
    expect(await stored(org)).toEqual([{ name: "asks", currency: "USD", is_demo: true, loads: 1, events: 2, jobs: 1 }]);
    const euros = { name: "asks", currency: "EUR", timeZone: "UTC", fiscalStartMonth: 1, weekStart: 1 };
    await expect(updateOrganization(admin(org), euros)).rejects.toMatchObject({ code: "conflict" });
  });

  const own: Record<string, (org: ImportOrganization) => Promise<unknown>> = {
    regions: (org) => createRegion(org.manager, { code: "mine", name: "Mine", parent: null }),
    metrics: (org) => createMetric(org.manager, { key: "mine", name: "Mine", unit: "number", betterWhen: "higher" }),
    imports: (org) => org.receive("regions", "code,name\nmine,Mine\n"),
    partners: (org) => org.withMasterData(),
  };
  test.each(Object.keys(own))("is refused where there are %s of its own, and nothing is changed", async (what) => {
    const org = await database.organization(`has ${what}`);
    await own[what]?.(org);
    const before = await stored(org);
    await expect(loadSampleData(admin(org), {})).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(what) });
    expect(await stored(org)).toEqual(before);
    expect(await sampleOf(org)).toMatchObject({ state: "absent", isOffered: false });
  });

  test("is not refused for an import that came to nothing", async () => {
    const org = await database.organization("tried a file");
    expect(await org.upload("regions", "no region,at all\n1,2\n")).toMatchObject({ status: "failed" });
    expect(await loadSampleData(admin(org), {})).toMatchObject({ state: "queued" });
  });

  test("is for administrators only", async () => {
    const org = await database.organization("manager asks");
    const before = await stored(org);
    await expect(loadSampleData(org.manager, {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(org)).toEqual(before);
  });

  test("is answered once, of ten who ask at the same moment", async () => {
    const org = await database.organization("all ask");
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => loadSampleData(admin(org), {})));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored(org)).toMatchObject([{ loads: 1, events: 1, jobs: 1 }]);
  });
});

describe("the worker", () => {
  test("tells how far it is, and when all is loaded", async () => {
    const org = await database.organization("steps");
    const seen: unknown[] = [];
    await loadSampleData(admin(org), {});
    const watched: FillOrganization = (orgId, onStep) =>
      SMALL(orgId, async (progress) => {
        await onStep(progress);
        if (orgId === org.orgId) seen.push(await sampleOf(org)); // what other tests asked for is loaded too
      });
    await working(watched, () => reaches(org, "loaded"));
    expect(seen).toMatchObject([
      { state: "loading", step: "regions", stepsDone: 0, steps: 2 },
      { state: "loading", step: "program", stepsDone: 1, steps: 2 },
    ]);
    expect(await sampleOf(org)).toMatchObject({ state: "loaded", stepsDone: 2, steps: 2, failure: null });
    await expect(loadSampleData(admin(org), {})).rejects.toMatchObject({ code: "conflict", message: "The sample data is loaded already." });
  });

  test("gives up after the last try and says why; whoever asks again has it tried again", async () => {
    const org = await database.organization("fails");
    await loadSampleData(admin(org), {});
    await org.rows("update pgboss.job set retry_limit = 1 where name = 'sample' and (data->>'orgId')::int = $1");
    let tries = 0;
    const failing: FillOrganization = async (orgId, onStep) => {
      if (orgId === org.orgId) tries += 1;
      await SMALL(orgId, onStep);
      throw new AppError("conflict", "The file is in the way.");
    };
    await working(failing, () => reaches(org, "failed"));
    expect(tries).toBe(2);
    expect(await sampleOf(org)).toMatchObject({ state: "failed", failure: "The file is in the way." });
    expect(await loadSampleData(admin(org), {})).toMatchObject({ state: "queued", failure: null, stepsDone: 0 });
    await working(SMALL, () => reaches(org, "loaded"));
  });

  test("gives up what ended its worker as often as it may be tried, and it can be removed then", async () => {
    const org = await database.organization("ends its worker");
    await loadSampleData(admin(org), {});
    await org.rows(
      "update pgboss.job set state = 'active', started_on = now() - interval '1 minute', retry_count = retry_limit where name = 'sample' and (data->>'orgId')::int = $1",
    );
    await working(SMALL, () => reaches(org, "failed"));
    expect((await sampleOf(org)).failure).toContain("try again");
    expect(await removeSampleData(admin(org), { name: "ends its worker" })).toMatchObject({ state: "absent", isOffered: true });
  });
});

test("a load killed half way is resumed and ends with six reviews; removed whole, it makes room for own files, or for itself again", async () => {
  const org = await database.organization("Harbor");
  await loadSampleData(admin(org), {});
  const killed = startScript("scripts/worker.ts", [], { DATABASE_URL: database.appUrl(), LOG_LEVEL: "error" });
  await until("opportunities are imported", async () => (await sampleOf(org)).step === "opportunities", 120);
  await killed.kill();
  await until(
    "its lock is gone",
    async () => (await owner.query("select from pg_locks where locktype = 'advisory' and classid = $1", [org.orgId])).rowCount === 0,
  );
  await org.rows("update pgboss.job set started_on = started_on - interval '1 minute' where (data->>'orgId')::int = $1 and state = 'active'");
  await working(fillOrganization, () => reaches(org, "loaded", 120));
  await expectWhole(1);

  expect(await removeSampleData(admin(org), { name: "Harbor" })).toMatchObject({ state: "absent", isOffered: true });
  expect(await org.rows("select from pgboss.job where (data->>'orgId')::int = $1 and state < 'active'")).toEqual([]);
  await loadSampleData(admin(org), {});
  await working(fillOrganization, () => reaches(org, "loaded", 120));
  await expectWhole(2);

  await removeSampleData(admin(org), { name: "Harbor" });
  expect((await verifyAudit(admin(org), {})).broken).toBeNull();
  await org.withMasterData();
  expect(await org.upload("pos", "partner_code,sku,sale_date,units,net_amount\nA,S1,2024-01-05,1,10\n")).toMatchObject({ status: "published" });
  expect(await sampleOf(org)).toMatchObject({ state: "absent", isOffered: false });

  // The way to an own first result is open: the numbers of what was removed stand in nobody's way.
  expect(await adoptDefaultProgram(admin(org), { effectiveFrom: "2024-01-01" })).toMatchObject({ version: 3, status: "published" });
  await expect(adoptDefaultProgram(admin(org), { effectiveFrom: "2024-01-01" })).rejects.toMatchObject({ code: "conflict" });
  const { number } = await evaluateRun(org.manager, { asOf: "2024-01-31" });
  await publishRun(org.manager, { run: number });
  expect((await listRuns(org.manager, { limit: 200 })).items).toMatchObject([{ number: 13, status: "published", partners: 2, zero: 2 }]);

  /** All of it, once, under numbers that the trail has not named before. */
  async function expectWhole(version: number): Promise<void> {
    const { items } = await listRuns(org.manager, { limit: 200 });
    expect(items.map(({ status, asOf }) => `${status} ${asOf}`).reverse()).toEqual(
      ["2012-08-31", "2012-11-30", "2013-02-28", "2013-05-31", "2013-08-31", "2013-11-30"].map((day) => `published ${day}`),
    );
    expect(items[0]?.number).toBe(6 * version);
    expect((await listProgramVersions(org.manager, {})).items).toMatchObject([{ version, status: "published" }]);
    expect(
      await org.rows(
        "select count(*)::int as lines, (select count(*)::int from fund where org_id = $1) as funds, (select count(*)::int from partner where org_id = $1) as partners from pos_line where org_id = $1",
      ),
    ).toEqual([{ lines: 60_855, funds: 6, partners: 701 }]);
  }
});
