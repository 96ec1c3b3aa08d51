import { beforeAll, describe, expect, test } from "vitest";
import type { ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { type Stored, storedOf, tablesOfOrganizations, wholeOrganization } from "./sample-organization";

// What the application's role could do, were it to say that it removes sample data: the mark decides, and allows DELETE alone.
const database = scoreDatabase();
let own: ScoreOrganization;
let sample: ScoreOrganization;
let tables: string[];

beforeAll(async () => {
  own = await wholeOrganization(database, "Own", { isDemo: false });
  sample = await wholeOrganization(database, "Sample");
  tables = await tablesOfOrganizations(own.sql);
});

const FACTS = ["pos_line", "pos_month", "pos_partner_month", "fact_retirement", "opportunity", "certification", "observation", "potential"];
const PUBLISHED = "(select id from run where status = 'published')";
const DELETES = [
  "delete from run where status = 'published'",
  `delete from decision where run_id in ${PUBLISHED}`,
  `delete from run_cell where run_id in ${PUBLISHED}`,
  "delete from program_version where status = 'published'",
  "delete from import_batch where seq is not null",
  "delete from allocation where fund_id = (select id from fund where status = 'approved')",
  "delete from fund where status = 'approved'",
  "delete from fund where status = 'draft'",
  "delete from fund_change",
  "delete from back_test_quarter",
  "delete from back_test",
];
const NEVER = [
  "update run set note = 'x' where status = 'published'",
  "update decision set decided = 'gold'",
  "update run_cell set partners = 0",
  "update program_version set note = 'x' where status = 'published'",
  "update import_batch set file_name = 'x' where seq is not null",
  "update fund set budget = budget + 1 where status = 'approved'",
  "update allocation set amount = amount + 1, reason = 'x', adjusted_by = 'x' where fund_id = (select id from fund where status = 'approved')",
  "update fund_change set reason = 'x'",
  "update back_test set quarters = 1",
  "update back_test_quarter set result = '{}'",
  ...FACTS.map((table) => `update ${table} set batch_id = batch_id`),
  "update audit_event set action = 'x'",
  "delete from audit_event",
  "delete from organization",
  ...["run", "run_cell", "decision", "program_version", "import_batch", "fund", "fund_change", "allocation", "audit_event", "pos_line"].map(
    (t) => `truncate ${t} cascade`,
  ),
];

const storedIn = async (org: ScoreOrganization): Promise<{ tables: Stored; organization: unknown }> => ({
  tables: await storedOf(org.sql, tables, org.orgId),
  organization: (await org.sql("select to_jsonb(o) as row from organization o where id = $1", [org.orgId])).rows,
});

/** Does it in a session that says it removes the sample data of this organization. */
async function asRemovalOf(said: ScoreOrganization, org: ScoreOrganization, statement: string): Promise<unknown> {
  await org.sql("select set_config('app.removing_sample', $1, false)", [String(said.orgId)]);
  try {
    return await org.sql(statement);
  } finally {
    await org.sql("select set_config('app.removing_sample', '', false)");
  }
}

describe("in an organization of its own, which nothing marks, it may not", () => {
  test.each([...DELETES, ...NEVER, "update organization set is_demo = true"])("%s", async (statement) => {
    const before = await storedIn(own);
    await expect(asRemovalOf(own, own, statement)).rejects.toThrow(/refused|permission denied/);
    expect(await storedIn(own)).toEqual(before);
  });

  test.each(FACTS)("delete what is published of %s", async (table) => {
    const before = await storedIn(own);
    await asRemovalOf(own, own, `delete from ${table}`); // sees none that it could delete
    expect(await storedIn(own)).toEqual(before);
  });
});

describe("in an organization of sample data it may not", () => {
  test.each([...NEVER, "update organization set is_demo = false"])("%s, while it is removed", async (statement) => {
    const before = await storedIn(sample);
    await expect(asRemovalOf(sample, sample, statement)).rejects.toThrow(/refused|permission denied/);
    expect(await storedIn(sample)).toEqual(before);
  });

  test.each(DELETES)("%s, while another one's is removed", async (statement) => {
    const before = await storedIn(sample);
    await expect(asRemovalOf(own, sample, statement)).rejects.toThrow(/refused/);
    await expect(sample.sql(statement)).rejects.toThrow(/refused/);
    expect(await storedIn(sample)).toEqual(before);
  });

  test("delete anything of another organization", async () => {
    const before = await storedIn(own);
    for (const table of ["pos_line", "potential"]) await asRemovalOf(sample, sample, `delete from ${table} where org_id = ${own.orgId}`);
    expect(await storedIn(own)).toEqual(before);
  });
});
