import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
let org: ScoreOrganization;
let owner: pg.Client;

beforeAll(async () => {
  org = await database.organization("immutable", [{ code: "A" }, { code: "B" }]);
  await org.publishProgram(program());
  await evaluateRun(org.manager, { asOf: "2024-01-31" });
  await publishRun(org.manager, { run: 1 });
  await evaluateRun(org.manager, { asOf: "2024-02-29" });
  owner = new pg.Client(database.ownerUrl());
  await owner.connect();
  await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
});
afterAll(async () => {
  await owner.end();
});

async function stored(): Promise<unknown> {
  const { rows } = await org.sql(
    `select (select jsonb_agg(to_jsonb(r) order by r.id) from run r) as runs, (select jsonb_agg(to_jsonb(d) order by d.run_id, d.partner_id) from decision d) as decisions,
       (select jsonb_agg(to_jsonb(v) order by v.id) from program_version v) as versions`,
  );
  return rows[0];
}

const RUN = "(select id from run where number = 1)";

describe("what is published refuses, even to the owner of the tables,", () => {
  test.each([
    ["UPDATE of the run's summary", "update run set summary = '{}' where number = 1", /a published run never changes/],
    ["UPDATE of the run back to a draft", "update run set status = 'draft' where number = 1", /a published run never changes/],
    ["UPDATE of nothing but the run's note", "update run set note = 'other' where number = 1", /a published run never changes/],
    ["DELETE of the run", "delete from run where number = 1", /a published run never changes|violates/],
    ["TRUNCATE of runs", "truncate run cascade", /published runs never change|decisions of published runs never change/],
    ["UPDATE of a decision", `update decision set decided = 'gold' where run_id = ${RUN}`, /a decision never changes/],
    [
      "UPDATE of a draft's decision",
      "update decision set decided = 'gold' where run_id <> (select id from run where number = 1)",
      /a decision never changes/,
    ],
    ["DELETE of a decision", `delete from decision where run_id = ${RUN}`, /no longer a draft/],
    ["TRUNCATE of decisions", "truncate decision", /never change/],
    [
      "INSERT of another decision",
      `insert into decision (org_id, run_id, partner_id, partner_code, partner_name, region_code, region_name, qualified, decided, tier_rank, movement, steps, confidence, input, explanation)
       select org_id, run_id, partner_id + 1000, 'X', 'X', region_code, region_name, qualified, decided, tier_rank, movement, steps, confidence, input, explanation from decision where run_id = ${RUN} limit 1`,
      /no longer a draft|violates foreign key/,
    ],
    ["UPDATE of a draft's results", "update run set result_hash = '' where number = 2", /what was evaluated never changes/],
    ["UPDATE of the program version", "update program_version set document = '{}'", /a published version never changes/],
    ["DELETE of the program version", "delete from program_version", /a published version never changes|violates/],
    ["TRUNCATE of program versions", "truncate program_version cascade", /never change/],
  ])("%s", async (_, statement, refusal) => {
    const before = await stored();
    await expect(owner.query(statement)).rejects.toThrow(refusal);
    await expect(org.sql(statement)).rejects.toThrow();
    expect(await stored()).toEqual(before);
  });
});
