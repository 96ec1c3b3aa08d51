import { Actor } from "@/lib/access/actor";
import type { BackTest } from "@/lib/contracts/back-test";
import { performBackTest } from "@/lib/jobs/perform-back-test";
import { getBackTest } from "@/lib/services/optimize/get-back-test";
import { startBackTest } from "@/lib/services/optimize/start-back-test";
import type { ScoreOrganization } from "../../support/factories";

/** The internal id of the organization's last back-test. */
export async function lastBackTest({ sql, orgId }: ScoreOrganization): Promise<number> {
  return (await sql("select max(id) as id from back_test where org_id = $1", [orgId])).rows[0]?.id;
}

/** Takes the organization's last back-test on, without a worker, for so many steps: a quarter each, and one for its end. Whether it has ended. */
export async function performHere(org: ScoreOrganization, steps = Number.POSITIVE_INFINITY): Promise<boolean> {
  let left = steps;
  const mayGoOn = () => left-- > 0;
  return performBackTest(Actor.system(org.orgId, "test"), { orgId: org.orgId, backTest: await lastBackTest(org) }, mayGoOn);
}

export async function seen(org: ScoreOrganization, version = 1): Promise<BackTest> {
  const { backTest } = await getBackTest(org.manager, { version });
  if (backTest === null) throw new Error(`version ${version} was never back-tested`);
  return backTest;
}

/** A whole back-test. */
export async function backTested(org: ScoreOrganization, quarters: number, version = 1): Promise<BackTest> {
  await startBackTest(org.manager, { version, quarters });
  await performHere(org);
  return seen(org, version);
}
