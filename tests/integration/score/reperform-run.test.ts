import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateRun as evaluate } from "@/lib/domain/evaluate-run";
import type { PartnerInput } from "@/lib/domain/run-input";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { inputHash, resultHash } from "@/lib/services/score/hash-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { reperformRun } from "@/lib/services/score/reperform-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
const AS_OF = IsoDate.parse("2024-01-31");
const CODES = ["A", "B", "C", "\u{1f6b2}", "\u{fb01}"]; // the last two stand the other way round by code point
const HASH = expect.stringMatching(/^[0-9a-f]{64}$/);

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client(database.ownerUrl());
  await owner.connect();
});
afterAll(() => owner.end());

/** With a published run of five partners. */
async function organization(name: string): Promise<ScoreOrganization> {
  const org = await database.organization(
    name,
    CODES.map((code) => ({ code })),
  );
  await org.observe("2024-01-15", Object.fromEntries(CODES.map((code, i) => [code, { sales: 20 * i + 1 / 3, quality: 50 }])));
  await org.publishProgram(program());
  await evaluateRun(org.manager, { asOf: AS_OF });
  await publishRun(org.manager, { run: 1 });
  return org;
}

/** What an administrator of the database could do: the guards off, as the owner of the tables. */
async function tamper(org: ScoreOrganization, table: string, statement: string, values: unknown[] = []): Promise<void> {
  await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
  await owner.query(`alter table ${table} disable trigger user`);
  try {
    expect((await owner.query(statement, values)).rowCount).toBeGreaterThan(0);
  } finally {
    await owner.query(`alter table ${table} enable trigger user`);
  }
}

const UNTOUCHED = { inputs: true, decisions: true, evaluation: true, differing: 0, differences: [] };

describe("a run that nobody touched", () => {
  test("is made again by its engine from its frozen inputs, byte for byte, and nothing is changed by that", async () => {
    const org = await organization("untouched");
    const stored = () => org.sql("select (select jsonb_agg(to_jsonb(r)) from run r) as runs, (select count(*) from audit_event) as events");
    const before = (await stored()).rows;
    const found = await reperformRun(org.staff("finance"), { run: 1 });
    expect(found).toEqual({
      ...{ run: 1, engineVersion: "2", partners: 5, stored: 5, ...UNTOUCHED },
      inputHash: { recorded: HASH, found: found.inputHash.recorded },
      resultHash: { recorded: HASH, stored: found.resultHash.recorded, evaluated: found.resultHash.recorded },
      milliseconds: expect.any(Number),
    });
    expect((await stored()).rows).toEqual(before);
  });

  test("may be a draft", async () => {
    const org = await organization("draft");
    await evaluateRun(org.manager, { asOf: "2024-02-29" });
    expect(await reperformRun(org.manager, { run: 2 })).toMatchObject({ run: 2, ...UNTOUCHED });
  });
});

describe("what somebody changed in the database is found:", () => {
  const OF_B = "where run_id = (select id from run where number = 1) and partner_code = 'B'";

  test("a stored decision, with the partner, the place and both values", async () => {
    const org = await organization("decision");
    await tamper(org, "decision", `update decision set explanation = jsonb_set(explanation, '{nodes,2,points}', '61.2') ${OF_B}`);
    const found = await reperformRun(org.manager, { run: 1 });
    expect(found).toMatchObject({
      ...{ inputs: true, decisions: false, evaluation: true, differing: 1 },
      differences: [{ partner: { code: "B", name: "Partner B" }, path: "nodes.2.points", stored: "61.2", evaluated: "50" }],
    });
    expect(found.resultHash.stored).not.toBe(found.resultHash.recorded);
    expect(found.resultHash.evaluated).toBe(found.resultHash.recorded);
  });

  test("a column that lists show, although the decision behind it is as it was", async () => {
    const org = await organization("column");
    await tamper(org, "decision", `update decision set decided = 'gold', tier_rank = 2 ${OF_B}`);
    const found = await reperformRun(org.manager, { run: 1 });
    expect(found).toMatchObject({
      ...{ inputs: true, decisions: false, evaluation: true, differing: 1 },
      differences: [{ partner: { code: "B" }, path: "columns.decided", stored: '"gold"', evaluated: '"registered"' }],
    });
    expect(found.resultHash.stored).toBe(found.resultHash.recorded);
  });

  test("an input, with what the decisions would be by it", async () => {
    const org = await organization("input");
    await tamper(org, "decision", `update decision set input = jsonb_set(input, '{metrics,sales,value}', '99') ${OF_B}`);
    const found = await reperformRun(org.manager, { run: 1 });
    expect(found).toMatchObject({ inputs: false, decisions: true, evaluation: false });
    expect(found.inputHash.found).not.toBe(found.inputHash.recorded);
    expect(found.differing).toBeGreaterThan(1); // the ranks of others too
    expect(found.differences.find(({ partner }) => partner.code === "B")).toEqual({
      ...{ partner: { code: "B", name: "Partner B" }, path: "decided", stored: '"registered"', evaluated: '"gold"' },
    });
  });

  test.each([
    ["that is no input any more", "update decision set input = '{}'"],
    ["that is nothing", "update decision set input = 'null'"],
    ["of another partner", "update decision set input = jsonb_set(input, '{partner}', '\"A\"')"],
  ])("an input %s, which cannot be evaluated", async (what, statement) => {
    const org = await organization(`input ${what}`);
    await tamper(org, "decision", `${statement} ${OF_B}`);
    expect(await reperformRun(org.manager, { run: 1 })).toMatchObject({
      ...{ inputs: false, decisions: true, evaluation: false, differing: null, differences: [] },
      resultHash: { evaluated: null },
    });
  });

  test("a partner's code in its input", async () => {
    const org = await organization("code");
    await tamper(org, "decision", `update decision set input = jsonb_set(input, '{partner}', '"Q"') ${OF_B}`);
    expect(await reperformRun(org.manager, { run: 1 })).toMatchObject({
      ...{ inputs: false, decisions: true, evaluation: false },
      differences: [{ partner: { code: "B" }, path: "", stored: expect.stringMatching(/^\{.{119}…$/), evaluated: null }],
    });
  });

  test("a decision that is gone", async () => {
    const org = await organization("gone");
    await tamper(org, "decision", `delete from decision ${OF_B}`);
    expect(await reperformRun(org.manager, { run: 1 })).toMatchObject({ partners: 5, stored: 4, inputs: false, decisions: false, evaluation: false });
  });

  test("the rules, and rules that are none any more", async () => {
    const org = await organization("rules");
    await tamper(org, "program_version", "update program_version set document = jsonb_set(document, '{movement,graceReviews}', '3')");
    expect(await reperformRun(org.manager, { run: 1 })).toMatchObject({ inputs: false, decisions: true, evaluation: false, differing: 5 });
    await tamper(org, "program_version", `update program_version set document = '{"name": "Nothing else"}'`);
    await expect(reperformRun(org.manager, { run: 1 })).rejects.toMatchObject({
      code: "unprocessable",
      message: expect.stringContaining("stored no more"),
    });
  });

  test("the recorded hashes themselves", async () => {
    const org = await organization("hashes");
    await tamper(org, "run", "update run set result_hash = repeat('0', 64) where number = 1");
    expect(await reperformRun(org.manager, { run: 1 })).toMatchObject({
      ...{ inputs: true, decisions: false, evaluation: false, differing: 0 },
      resultHash: { recorded: "0".repeat(64) },
    });
  });

  test("many decisions, of which the first twenty are named", async () => {
    const codes = Array.from({ length: 25 }, (_, i) => `P${String(i).padStart(2, "0")}`);
    const org = await database.organization(
      "many",
      codes.map((code) => ({ code })),
    );
    await org.observe("2024-01-15", Object.fromEntries(codes.map((code, i) => [code, { sales: i, quality: i }])));
    await org.publishProgram(program());
    await evaluateRun(org.manager, { asOf: AS_OF });
    await tamper(org, "decision", "update decision set explanation = explanation || '{\"more\": true}'");
    const { differing, differences } = await reperformRun(org.manager, { run: 1 });
    expect(differing).toBe(25);
    expect(differences.map(({ partner, path, stored, evaluated }) => [partner.code, path, stored, evaluated])).toEqual(
      codes.slice(0, 20).map((code) => [code, "more", "true", null]),
    );
  });
});

describe("the engine that made the run makes it again:", () => {
  test("engine 1, which knew nothing of robustness", async () => {
    const org = await organization("engine 1");
    const { rows } = await org.sql('select input from decision order by partner_code collate "C"');
    const inputs: PartnerInput[] = rows.map(({ input }) => input);
    const partners = inputs.sort((a, b) => (a.partner < b.partner ? -1 : 1));
    const input = { program: program(), asOf: AS_OF, partners };
    const hashes = [inputHash(input, "1"), resultHash(evaluate(input))];
    await tamper(org, "run", "update run set engine_version = '1', input_hash = $1, result_hash = $2 where number = 1", hashes);
    await tamper(
      org,
      "decision",
      "update decision set explanation = explanation - 'robustness', stays = null, rank_best = null, rank_worst = null, solid = null",
    );
    expect(await reperformRun(org.manager, { run: 1 })).toMatchObject({ engineVersion: "1", ...UNTOUCHED });
  });

  test("one that this installation does not have is said, and nothing is claimed", async () => {
    const org = await organization("engine 9");
    await tamper(org, "run", "update run set engine_version = '9' where number = 1");
    await expect(reperformRun(org.manager, { run: 1 })).rejects.toMatchObject({
      code: "unprocessable",
      message: "Run 1 was evaluated by engine 9, which this installation does not have: it has 1 and 2.",
    });
  });
});

test("is refused to partners, and of runs that do not exist here", async () => {
  const org = await organization("refused");
  await expect(reperformRun(org.partnerUser("A"), { run: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(reperformRun(org.manager, { run: 2 })).rejects.toMatchObject({ code: "not_found" });
});
