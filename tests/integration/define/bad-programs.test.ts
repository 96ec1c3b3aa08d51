import { beforeAll, describe, expect, test } from "vitest";
import * as document from "@/app/api/v1/programs/[program]/versions/[version]/document/route";
import * as programs from "@/app/api/v1/programs/route";
import { Actor } from "@/lib/access/actor";
import { Permission } from "@/lib/access/permissions";
import type { Condition, Program } from "@/lib/domain/define/program";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { proposeDraft } from "@/lib/services/define/propose-draft";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";
import { startBackTest } from "@/lib/services/optimize/start-back-test";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { createToken } from "@/lib/services/settings/create-token";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { bearer, send } from "../access/access-database";

const database = scoreDatabase();
let org: ScoreOrganization;
let headers: Record<string, string>;

/** Version 1 is a draft. */
beforeAll(async () => {
  org = await database.organization("bad programs", [{ code: "A" }]);
  await org.sql("insert into app_user (org_id, email, name, role, password_hash) values ($1, 'admin@bad.example', 'x', 'admin', 'none')", [
    org.orgId,
  ]);
  const { token } = await createToken(Actor.system(org.orgId, "test"), { name: "t", scopes: Permission.options, owner: "admin@bad.example" });
  headers = { ...bearer(token), "content-type": "application/json" };
  await createProgramVersion(org.manager, { document: program() });
});

async function stored(): Promise<unknown> {
  const { rows } = await org.sql(
    `select (select jsonb_agg(to_jsonb(p)) from program p where org_id = $1) as programs, (select jsonb_agg(to_jsonb(v) order by v.id) from program_version v where org_id = $1) as versions,
       (select count(*) from run where org_id = $1) as runs, (select count(*) from simulation where org_id = $1) as simulations, (select count(*) from audit_event where org_id = $1) as events`,
    [org.orgId],
  );
  return rows[0];
}

/** The two doors: a new version, which an import in the browser and the command line add too, and a draft that is saved. */
const DOORS = {
  created: (json: string) => send(programs.POST, { method: "POST", headers, body: `{"document":${json}}` }),
  saved: (json: string) =>
    send(document.PUT, { method: "PUT", headers, params: { program: "main", version: "1" }, body: `{"revision":1,"document":${json}}` }),
};
const doors = Object.entries(DOORS).map(([door, through]) => ({ door, through }));

const SENT = JSON.stringify(program());
const WEIGHT = '"weight":60';
const nested = (levels: number) => `${'{"kind":"not","condition":'.repeat(levels)}null${"}".repeat(levels)}`;
const withScore = (json: string) => JSON.stringify({ ...program(), score: null }).replace('"score":null', () => `"score":${json}`);
const nestedScore = (levels: number) =>
  withScore(`${'{"kind":"group","key":"g","name":"g","weight":1,"combine":"min","children":['.repeat(levels)}null${"]}".repeat(levels)}`);

describe.each(doors)("what is no program is refused where a version is $door, and nothing is stored", ({ through }) => {
  test.each<[string, string, number, object]>([
    ["a weight that is NaN, which is no JSON", SENT.replace(WEIGHT, '"weight":NaN'), 400, { detail: expect.stringMatching(/not valid JSON.*NaN/) }],
    ["a weight that was NaN when it was written", SENT.replace(WEIGHT, '"weight":null'), 400, at("document.score.children.0.weight")],
    ["a weight beyond all numbers", SENT.replace(WEIGHT, '"weight":1e999'), 400, at("document.score.children.0.weight")],
    ["a negative weight", SENT.replace(WEIGHT, '"weight":-1'), 400, at("document.score.children.0.weight")],
    ["a weight that is said twice", SENT.replace(WEIGHT, `${WEIGHT},"weight":10`), 400, at("document.score.children.0.weight")],
    ["a score a thousand levels deep", nestedScore(1000), 400, at("document.score")],
    ["a condition ten thousand levels deep", SENT.replace('"requires":null', () => `"requires":${nested(10_000)}`), 400, at("document.tiers")],
    ["a list without end", SENT.replace('"exchangeRates":[]', () => `"exchangeRates":[${"1,".repeat(200_000)}1]`), 400, at("document.exchangeRates")],
    ["a text of more than a megabyte", SENT.replace('"Distributor program"', () => `"${"x".repeat(1_000_000)}"`), 413, { code: "too_large" }],
    ["half a document", SENT.slice(0, 500), 400, { detail: expect.stringMatching(/not valid JSON/) }],
    ["a member that would change every object", SENT.replace("{", '{"__proto__":{"admin":true},'), 400, at("document")],
  ])("%s", async (_what, json, status, problem) => {
    const before = await stored();
    const answer = await through(json);
    expect(answer).toMatchObject({ status, json: problem });
    expect(await stored()).toEqual(before);
  });
});

function at(path: string) {
  return { code: "invalid_input", issues: [expect.objectContaining({ path })] };
}

const criterion = (key: string, change: object = {}) => ({
  kind: "criterion",
  key,
  name: key,
  weight: 1,
  metric: "sales",
  curve: { kind: "linear", zeroAt: 0, fullAt: 100 },
  missing: { rule: "zero" },
  ...change,
});
const group = (key: string, children: readonly unknown[], change: object = {}) =>
  ({ kind: "group", key, name: key, weight: 1, combine: "arithmetic", children, ...change }) as Program["score"];
const scoring = (score: Program["score"]) => program({ score });
const deep = (levels: number): Program["score"] => (levels === 1 ? (criterion("leaf") as Program["score"]) : group(`g${levels}`, [deep(levels - 1)]));
const itself: Condition = { kind: "node", node: "pair", atLeast: 1 };

describe("a program that contradicts itself is kept whole as a draft that says where, and goes no further:", () => {
  test.each<[string, Program, string, string]>([
    ["weights all zero", scoring(group("score", [criterion("a", { weight: 0 })])), "score", "weights_all_zero"],
    [
      "a gate that looks at what it opens",
      scoring(group("score", [group("pair", [criterion("a")], { gate: { requires: itself } })])),
      "score.pair",
      "gate_depends_on_itself",
    ],
    ["a ratio of itself", program({ metrics: [...program().metrics, ratioOfItself()] }), "metrics.share", "ratio_of_ratio"],
    ["a score of eleven levels", scoring(deep(11)), `score.${[10, 9, 8, 7, 6, 5, 4, 3, 2].map((level) => `g${level}`).join(".")}.leaf`, "too_deep"],
    ["an unknown metric", scoring(group("score", [criterion("a", { metric: "salse" })])), "score.a", "unknown_metric"],
    [
      "overlapping steps",
      scoring(group("score", [criterion("a", { curve: { kind: "steps", below: 0, steps: [10, 20, 20].map((from) => ({ from, points: from })) } })])),
      "score.a",
      "not_increasing",
    ],
  ])("%s", async (_what, contradiction, path, code) => {
    const draft = await createProgramVersion(org.manager, { document: contradiction });
    const { version, revision } = draft;
    expect(draft.document).toEqual(contradiction);
    expect(draft.issues).toContainEqual(expect.objectContaining({ path, code, severity: "error" }));
    const before = await stored();
    const refusal = { code: "unprocessable", details: { issues: expect.arrayContaining([expect.objectContaining({ path, code })]) } };
    await expect(publishProgramVersion(org.manager, { version, effectiveFrom: "2024-01-01" })).rejects.toMatchObject(refusal);
    await expect(proposeDraft(org.manager, { version, revision, effectiveFrom: "2024-01-01", note: "try it" })).rejects.toMatchObject(refusal);
    await expect(evaluateRun(org.manager, { version, asOf: "2024-01-31" })).rejects.toMatchObject(refusal);
    expect(await stored()).toEqual(before);
  });
});

test("nor is it tried on the partners of a run", async () => {
  const running = await database.organization("bad programs, running", [{ code: "A" }]);
  await running.publishProgram(program());
  await evaluateRun(running.manager, { asOf: "2024-01-31" });
  await publishRun(running.manager, { run: 1 });
  const weightless = scoring(group("score", [criterion("a", { weight: 0 })]));
  const { version } = await createProgramVersion(running.manager, { document: weightless });
  const refusal = {
    code: "unprocessable",
    details: { issues: expect.arrayContaining([expect.objectContaining({ path: "score", code: "weights_all_zero" })]) },
  };
  await expect(simulateDraft(running.manager, { version })).rejects.toMatchObject(refusal);
  await expect(startBackTest(running.manager, { version, quarters: 1 })).rejects.toMatchObject(refusal);
  const { rows } = await running.sql(
    "select (select count(*) from simulation where org_id = $1) + (select count(*) from back_test where org_id = $1) as kept",
    [running.orgId],
  );
  expect(rows).toEqual([{ kept: "0" }]);
});

function ratioOfItself(): Program["metrics"][number] {
  return {
    ...{ key: "share", name: "Share", unit: "number", betterWhen: "higher" },
    source: { kind: "ratio", numerator: "sales", denominator: "share", times: 1 },
  };
}
