import { expect, test } from "vitest";
import { startBackTest } from "@/lib/services/optimize/start-back-test";
import { backTestReport } from "@/scripts/cli/back-test-report";
import { followBackTest } from "@/scripts/cli/follow-back-test";
import { NO_PROGRESS } from "@/scripts/cli/progress";
import { scoreDatabase } from "../../support/score-database";
import { performHere } from "./perform-here";
import { testedOrganization } from "./tested-organization";

const database = scoreDatabase();

const organization = (name: string) => testedOrganization(database, name);

const VERSION = { program: "main", version: 2 };

test("waits for the worker, and prints a line for each quarter", async () => {
  const org = await organization("printed");
  await startBackTest(org.manager, { ...VERSION, quarters: 4 });
  const following = followBackTest(org.manager, VERSION, NO_PROGRESS);
  await performHere(org);
  const [says, head, ...quarters] = backTestReport(await following).split("\n");
  expect(says).toMatch(
    /^4 quarters up to 2024-12-31, the day of run 1\. [\d.]+ % keep their tier from one quarter to the next\. Partners that rise and fall: 1\.$/,
  );
  expect(head).toMatch(/^quarter +as of +known +rise +fall +otherwise +/);
  expect(quarters).toHaveLength(4);
  expect(quarters.at(-1)).toMatch(/^Q4 FY2024 +2024-12-31 +run 1 +1 +0 +\d/);
});

test.each([
  ["failed", "failure = 'The metric is gone.'", { code: "unprocessable", message: "The back-test failed: The metric is gone." }],
  ["cancelled", "failure = null", { code: "conflict", message: expect.stringMatching(/ cancelled the back-test\.$/) }],
])("says why one has %s", async (status, why, says) => {
  const org = await organization(status);
  await startBackTest(org.manager, { ...VERSION, quarters: 4 });
  await org.sql(`update back_test set status = $2, ${why}, ended_at = now() where org_id = $1`, [org.orgId, status]);
  await expect(followBackTest(org.manager, VERSION, NO_PROGRESS)).rejects.toMatchObject(says);
});
