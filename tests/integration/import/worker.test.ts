import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startImportWorker } from "@/lib/jobs/import-worker";
import { createMetric } from "@/lib/services/measure/create-metric";
import { decideImport } from "@/lib/services/measure/decide-import";
import { getImport } from "@/lib/services/measure/get-import";
import { startScript, until } from "../../support/child-process";
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

const HEADER = "partner_code,sku,sale_date,units,net_amount\n";

async function working(work: () => Promise<void>): Promise<void> {
  const worker = await startImportWorker();
  try {
    await work();
  } finally {
    await worker.stop();
  }
}

const reaches = (org: ImportOrganization, batch: number, status: string): Promise<void> =>
  until(`import ${batch} is ${status}`, async () => (await getImport(org.manager, { batch })).batch.status === status);

describe("the import worker", { timeout: 120_000 }, () => {
  test("takes up what is queued, what a person decided, and rows that a new metric made known", async () => {
    const org = await database.organization("worker");
    await org.receive("regions", "code,name,parent_code\nnorth,North,\n");
    await working(async () => {
      await reaches(org, 1, "published");
      await org.receive("products", "sku,name,line_code,line_name,category_code,category_name\nS1,Saddle,parts,Parts,all,All\n");
      await org.receive("partners", "code,name,region_code\nA,Alpha,north\n");
      await reaches(org, 3, "published");
      await org.receive("pos", `${HEADER}A,S1,2024-01-05,1,10\nA,S1,never,1,10\n`);
      await reaches(org, 4, "ready");
      await decideImport(org.manager, { batch: 4, decision: "load" });
      await reaches(org, 4, "published");
      await org.receive("pos", "no sales,at all\n1,2\n");
      await reaches(org, 5, "failed");
      await org.receive("observations", "partner_code,metric,observed_on,value\nA,sla,2024-01-31,97.5\n");
      await reaches(org, 6, "published");
      await createMetric(org.manager, { key: "sla", name: "SLA", unit: "percent", betterWhen: "higher" });
      await until("the observation is loaded", async () => (await organizationData(org)).observations.length === 1);
    });
    expect(
      await org.rows(
        "select actor_name, detail->>'requestedBy' as by from audit_event where org_id = $1 and action = 'import.publish' and target = 'import 4'",
      ),
    ).toEqual([{ actor_name: "import worker", by: "Mia Manager" }]);
  });

  test("resumes an import whose worker was killed with kill -9", async () => {
    const org = await database.organization("worker killed");
    await org.withMasterData();
    await owner.query("begin");
    await owner.query("lock table pos_month in share mode");
    const killed = startScript("scripts/worker.ts", [], { DATABASE_URL: database.appUrl() });
    await org.receive("pos", `${HEADER}A,S1,2024-01-05,1,10\n`);
    await untilSomebodyWaits(owner);
    await killed.kill();
    await owner.query("commit");
    await until(
      "its locks are gone",
      async () => (await owner.query("select from pg_locks where locktype = 'advisory' and classid = $1", [org.orgId])).rowCount === 0,
    );
    // As if it had happened a minute ago: a job just begun may be between two steps.
    const left = await org.rows(
      "update pgboss.job set started_on = started_on - interval '1 minute' where (data->>'orgId')::int = $1 and state = 'active' returning data->>'batch' as batch",
    );
    expect(left).toEqual([{ batch: "4" }]);

    await working(() => reaches(org, 4, "published"));
    expect((await organizationData(org)).sales).toHaveLength(1);
  });

  test("gives up an import that fails at every try, with a message, and nothing of it stays", async () => {
    const org = await database.organization("worker gives up");
    await org.withMasterData();
    const asked = await org.upload("pos", `${HEADER}A,S1,2024-01-05,1,10\nA,S1,never,1,10\n`);
    await org.rows(
      `insert into pos_line (org_id, batch_id, partner_id, product_id, region_id, sale_date, units, net_e4, currency, line)
       select org_id, id, 2000000000, 1, 1, '2024-01-07', 1, 1, 'USD', 9 from import_batch where org_id = $1 and number = $2`,
      [asked.number],
    );
    await decideImport(org.manager, { batch: asked.number, decision: "load" });
    await org.rows("update pgboss.job set retry_limit = 1 where (data->>'orgId')::int = $1");
    await working(() => reaches(org, 4, "failed"));
    expect((await getImport(org.manager, { batch: 4 })).batch).toMatchObject({
      seq: null,
      outcome: { code: "gave_up", message: expect.stringContaining("send the file again") },
    });
    expect((await organizationData(org)).sales).toEqual([]);
  });

  test("gives up an import that ended its worker as often as it may be tried", async () => {
    const org = await database.organization("worker ended again and again");
    await org.withMasterData();
    await org.receive("pos", `${HEADER}A,S1,2024-01-05,1,10\n`);
    await org.rows(
      "update pgboss.job set state = 'active', started_on = now() - interval '1 minute', retry_count = retry_limit where (data->>'orgId')::int = $1 and (data->>'batch')::int = 4 and start_after <= now()",
    );
    await working(() => reaches(org, 4, "failed"));
    expect((await getImport(org.manager, { batch: 4 })).batch).toMatchObject({ outcome: { code: "gave_up" } });
  });
});
