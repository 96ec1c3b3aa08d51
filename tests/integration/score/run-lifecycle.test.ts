import pg from "pg";
import { describe, expect, test } from "vitest";
import { inScope } from "@/lib/db/scoped";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { getHome } from "@/lib/services/measure/get-home";
import { compareRun } from "@/lib/services/score/compare-run";
import { discardRun } from "@/lib/services/score/discard-run";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getRun } from "@/lib/services/score/get-run";
import { listDecisions } from "@/lib/services/score/list-decisions";
import { listRuns } from "@/lib/services/score/list-runs";
import { publishRun } from "@/lib/services/score/publish-run";
import { reperformRun } from "@/lib/services/score/reperform-run";
import { type PartnerSeed, program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

const SEEDS: readonly PartnerSeed[] = [{ code: "A" }, { code: "B", region: "south" }, { code: "C", type: "dealer" }, { code: "Z" }];
const FIRST = { A: { sales: 90, quality: 50 }, B: { sales: 50, quality: 45 }, C: { sales: 10, quality: 10 }, Z: { sales: 65, quality: 65 } };

async function organization(name: string, seeds = SEEDS): Promise<ScoreOrganization> {
  const org = await database.organization(name, seeds);
  await org.observe("2024-01-15", FIRST);
  await org.publishProgram(program());
  return org;
}

async function counts(org: ScoreOrganization) {
  const { rows } = await org.sql(
    `select (select count(*)::int from run where org_id = $1) as runs, (select count(*)::int from decision where org_id = $1) as decisions,
       (select count(*)::int from audit_event where org_id = $1) as events, (select value from org_counter where org_id = $1 and name = 'run') as number`,
    [org.orgId],
  );
  return rows[0];
}

describe("a run", () => {
  test("is evaluated into a draft, published, and compared with the run it follows", async () => {
    const org = await organization("lifecycle");
    const draft = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    expect(draft).toMatchObject({
      number: 1,
      status: "draft",
      base: null,
      knownAt: 1,
      partners: 4,
      borderline: 0,
      unscored: 0,
      zero: 0,
      publishedAt: null,
    });
    expect(draft.tiers.map(({ tier, partners, before }) => [tier, partners, before])).toEqual([
      ["registered", 1, null],
      ["silver", 1, null],
      ["gold", 2, null],
    ]);
    expect(draft.movements).toEqual({ promoted: 0, demoted: 0, entered: 4, held: 0, unchanged: 0, overridden: 0 });

    const published = await publishRun(org.manager, { run: 1, note: "first" });
    expect(published).toEqual({
      ...draft,
      status: "published",
      note: "first",
      publishedBy: "The channel_manager",
      publishedAt: published.publishedAt,
    });
    expect(published.publishedAt).not.toBeNull();

    await org.observe("2024-04-15", { ...FIRST, B: { sales: 100, quality: 50 }, C: { sales: 70, quality: 10 } });
    const next = await evaluateRun(org.manager, { asOf: "2024-04-30" });
    expect(next).toMatchObject({ number: 2, base: 1, knownAt: 2 });
    const comparison = await compareRun(org.manager, { run: 2 });
    expect(comparison.run.overtaken).toBe(false);
    expect(comparison.base?.number).toBe(1);
    expect(comparison.tierNames).toEqual({ registered: "Registered", silver: "Silver", gold: "Gold" });
    expect(comparison.matrix).toEqual([
      { from: "gold", to: "gold", partners: 2 },
      { from: "silver", to: "gold", partners: 1 },
      { from: "registered", to: "silver", partners: 1 },
    ]);
    expect(comparison.movesTotal).toBe(2);
    const moveOfB = comparison.moves.find(({ partner }) => partner.code === "B");
    expect(moveOfB).toEqual({
      partner: { code: "B", name: "Partner B" },
      region: { code: "south", name: "south" },
      from: "silver",
      to: "gold",
      steps: 1,
      reviewSteps: 1,
      movement: "promoted",
      qualified: "gold",
      missedReviews: 0,
      graceReviews: 1,
      score: 80,
      scoreBefore: 48,
      drivers: [
        { node: "sales_points", name: "Points for sales", before: 50, now: 100 },
        { node: "quality_points", name: "Points for quality", before: 45, now: 50 },
      ],
    });
    expect(next.tiers.map(({ tier, partners, before }) => [tier, partners, before])).toEqual([
      ["registered", 0, 1],
      ["silver", 1, 1],
      ["gold", 3, 2],
    ]);
    expect((await listRuns(org.manager, { limit: 1 })).items.map(({ number }) => number)).toEqual([2]);
    const { nextCursor } = await listRuns(org.manager, { limit: 1 });
    expect(await listRuns(org.manager, { limit: 1, cursor: nextCursor ?? "" })).toEqual({ items: [published], nextCursor: null });
  });

  test("gives its decisions by rank, page after page, each once", async () => {
    const org = await organization("paging");
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDecisions(org.manager, { run: 1, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      codes.push(...page.items.map(({ partner }) => partner.code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(codes).toEqual(["A", "Z", "B", "C"]);
  });

  test("writes who evaluated, published and discarded it into an audit trail that holds", async () => {
    const org = await organization("audit");
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await evaluateRun(org.manager, { asOf: "2024-02-29" });
    await discardRun(org.manager, { run: 2 });
    await publishRun(org.manager, { run: 1 });
    const { rows } = await org.sql("select action, target, actor_name from audit_event where org_id = $1 and action like 'run.%' order by seq", [
      org.orgId,
    ]);
    expect(rows).toEqual([
      { action: "run.evaluate", target: "run 1", actor_name: "The channel_manager" },
      { action: "run.evaluate", target: "run 2", actor_name: "The channel_manager" },
      { action: "run.discard", target: "run 2", actor_name: "The channel_manager" },
      { action: "run.publish", target: "run 1", actor_name: "The channel_manager" },
    ]);
    expect((await inScope({ orgId: org.orgId, partnerId: null }, "read", (db) => db.audit.verify())).broken).toBeNull();
  });
});

describe("the same inputs", () => {
  test("give the draft that is there already, and nothing new", async () => {
    const org = await organization("identical");
    const first = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    const before = await counts(org);
    expect(await evaluateRun(org.manager, { asOf: "2024-01-31" })).toEqual(first);
    expect(await counts(org)).toEqual(before);
  });

  test("evaluated by two at once give one draft", async () => {
    const org = await organization("identical at once");
    const drafts = await Promise.all([1, 2, 3].map(() => evaluateRun(org.manager, { asOf: "2024-01-31" })));
    expect(new Set(drafts.map(({ number }) => number))).toEqual(new Set([1]));
    expect(await counts(org)).toMatchObject({ runs: 1, decisions: 4, number: 1 });
  });

  test("give the same hashes after the draft was discarded, and after being stored in another order", async () => {
    const org = await organization("hash, forwards");
    const shuffled = await organization("hash, backwards", SEEDS.toReversed());
    const first = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await discardRun(org.manager, { run: 1 });
    const again = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    const other = await evaluateRun(shuffled.manager, { asOf: "2024-01-31" });
    expect(again.number).toBe(2);
    for (const { inputHash, resultHash } of [again, other])
      expect({ inputHash, resultHash }).toEqual({ inputHash: first.inputHash, resultHash: first.resultHash });
  });

  test("are changed by another fact, which changes both hashes", async () => {
    const org = await organization("hash, changed");
    const first = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await org.observe("2024-01-20", { C: { sales: 10.5, quality: 10 } });
    const changed = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    expect(changed.number).toBe(2);
    expect(changed.inputHash).not.toBe(first.inputHash);
    expect(changed.resultHash).not.toBe(first.resultHash);
    const asKnownThen = await evaluateRun(org.manager, { asOf: "2024-01-31", knownAt: 1 });
    expect(asKnownThen).toEqual(first);
  });

  test("re-performed from what is stored give the stored decisions", async () => {
    const org = await organization("reperform");
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await publishRun(org.manager, { run: 1 });
    await org.observe("2024-04-15", { A: { sales: 1 / 3, quality: 1e-9 } });
    await evaluateRun(org.manager, { asOf: "2024-04-30" });
    for (const run of [1, 2])
      expect(await reperformRun(org.manager, { run })).toMatchObject({ run, inputs: true, decisions: true, evaluation: true });
  });
});

describe("evaluating", () => {
  test("uses the version in effect at the as-of date", async () => {
    const org = await organization("in effect");
    const generous = program({
      tiers: [
        { key: "registered", name: "Registered", requires: null },
        { key: "gold", name: "Gold", requires: { kind: "score", atLeast: 1 } },
      ],
    });
    await org.publishProgram(generous, "2024-02-01");
    expect((await evaluateRun(org.manager, { asOf: "2024-01-31" })).program.version).toBe(1);
    expect((await evaluateRun(org.manager, { asOf: "2024-02-01" })).program.version).toBe(2);
  });

  test.each([
    ["a day before any version is in effect", { asOf: "2019-12-31" }, "not_found", /in effect on 2019-12-31/],
    ["a version that does not exist", { asOf: "2024-01-31", version: 9 }, "not_found", /no version 9/],
    ["facts that are not known yet", { asOf: "2024-01-31", knownAt: 2 }, "invalid_input", /knownAt: 2 .* sequence 1/],
    ["a date that is none", { asOf: "2024-02-30" }, "invalid_input", /asOf/],
  ])("refuses %s, and leaves nothing", async (what, input, code, message) => {
    const org = await organization(`refuses ${what}`);
    const before = await counts(org);
    await expect(evaluateRun(org.manager, input)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await counts(org)).toEqual(before);
  });

  test("pins the tier of a partner with an override in force, and not of one whose override has expired", async () => {
    const org = await organization("override");
    await org.override("C", "gold", "2024-02-01");
    await org.override("B", "gold", "2024-01-31");
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    const { items } = await listDecisions(org.manager, { run: 1 });
    expect(items.map(({ partner, tier, overridden }) => [partner.code, tier, overridden])).toEqual([
      ["A", "gold", false],
      ["Z", "gold", false],
      ["B", "silver", false],
      ["C", "gold", true],
    ]);
  });
});

describe("publishing refuses, and changes nothing,", () => {
  test("a run of a program version that is itself a draft, until that is published", async () => {
    const org = await organization("draft version");
    const { version } = await createProgramVersion(org.manager, { document: program({ scoreDecimals: 2 }) });
    await evaluateRun(org.manager, { asOf: "2024-01-31", version });
    const before = await counts(org);
    await expect(publishRun(org.manager, { run: 1 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/version 2 .* is a draft. Publish that version/),
    });
    expect(await counts(org)).toEqual(before);
    expect((await getRun(org.manager, { run: 1 })).status).toBe("draft");
  });

  test("a run as of a day before the run it follows", async () => {
    const org = await organization("back in time");
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await publishRun(org.manager, { run: 1 });
    await evaluateRun(org.manager, { asOf: "2024-01-30" });
    await expect(publishRun(org.manager, { run: 2 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/Evaluate as of 2024-01-31 or later/),
    });
    expect((await getRun(org.manager, { run: 2 })).status).toBe("draft");
  });

  test("a draft that another run has overtaken", async () => {
    const org = await organization("overtaken");
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await evaluateRun(org.manager, { asOf: "2024-02-29" });
    await publishRun(org.manager, { run: 2 });
    expect((await compareRun(org.manager, { run: 1 })).run.overtaken).toBe(true);
    await expect(publishRun(org.manager, { run: 1 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/Run 2 was published by The channel_manager .* evaluate again/),
      details: { published: 2 },
    });
    expect(await getRun(org.manager, { run: 1 })).toMatchObject({ status: "draft", overtaken: true });
    expect((await getHome(org.manager, {})).draft).toBeNull();
  });

  test.each([
    ["published", publishRun, /already published/],
    ["discarded", discardRun, /was discarded/],
  ])("a run that is %s already", async (status, end, message) => {
    const org = await organization(`already ${status}`);
    await evaluateRun(org.manager, { asOf: "2024-01-31" });
    const ended = await end(org.manager, { run: 1 });
    await expect(publishRun(org.manager, { run: 1 })).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(message) });
    await expect(discardRun(org.manager, { run: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await getRun(org.manager, { run: 1 })).toEqual(ended);
  });

  test("a run that does not exist", async () => {
    const org = await organization("no run");
    await expect(publishRun(org.manager, { run: 7 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an error at the last step of a transaction leaves nothing of it:", () => {
  /** Makes the database refuse the audit row of an action, which is written last. */
  async function whileAuditRefuses(action: string, work: () => Promise<void>): Promise<void> {
    const owner = new pg.Client(database.ownerUrl());
    await owner.connect();
    await owner.query(`alter table audit_event add constraint refused check (action <> '${action}') not valid`);
    try {
      await work();
    } finally {
      await owner.query("alter table audit_event drop constraint refused");
      await owner.end();
    }
  }

  test("evaluating stores no run, no decision and takes no number", async () => {
    const org = await organization("interrupted evaluation");
    const before = await counts(org);
    await whileAuditRefuses("run.evaluate", async () => {
      await expect(evaluateRun(org.manager, { asOf: "2024-01-31" })).rejects.toThrow(/refused/);
    });
    expect(await counts(org)).toEqual(before);
    expect((await evaluateRun(org.manager, { asOf: "2024-01-31" })).number).toBe(1);
  });

  test("publishing leaves the draft a draft and the program at the run before", async () => {
    const org = await organization("interrupted publication");
    const draft = await evaluateRun(org.manager, { asOf: "2024-01-31" });
    await whileAuditRefuses("run.publish", async () => {
      await expect(publishRun(org.manager, { run: 1 })).rejects.toThrow(/refused/);
    });
    expect(await getRun(org.manager, { run: 1 })).toEqual(draft);
    expect((await org.sql("select current_run_id from program where org_id = $1", [org.orgId])).rows).toEqual([{ current_run_id: null }]);
    expect((await publishRun(org.manager, { run: 1 })).status).toBe("published");
  });
});
