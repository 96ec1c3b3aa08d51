import { describe, expect, test } from "vitest";
import type { Program } from "@/lib/domain/define/program";
import { addComment } from "@/lib/services/define/add-comment";
import { approveProposal } from "@/lib/services/define/approve-proposal";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { discardDraft } from "@/lib/services/define/discard-draft";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { listComments } from "@/lib/services/define/list-comments";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { proposeDraft } from "@/lib/services/define/propose-draft";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { resolveComment } from "@/lib/services/define/resolve-comment";
import { saveDraft } from "@/lib/services/define/save-draft";
import { seeDraft } from "@/lib/services/define/see-draft";
import { startDraft } from "@/lib/services/define/start-draft";
import { withdrawProposal } from "@/lib/services/define/withdraw-proposal";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getRun } from "@/lib/services/score/get-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { reperformRun } from "@/lib/services/score/reperform-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

/** Gold from so many points, instead of 60. */
const goldFrom = (atLeast: number): Program =>
  program({ tiers: program().tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score", atLeast } } : tier)) });

/** An organization whose version 1 has a published run: A has 70 points, B 50. */
async function running(name: string): Promise<ScoreOrganization> {
  const org = await database.organization(name, [{ code: "A" }, { code: "B" }]);
  await org.observe("2024-03-20", { A: { sales: 70, quality: 70 }, B: { sales: 50, quality: 50 } });
  await org.publishProgram(program());
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  return org;
}

async function stored(org: ScoreOrganization): Promise<unknown> {
  const { rows } = await org.sql(
    `select (select jsonb_agg(to_jsonb(v) order by v.id) from program_version v where org_id = $1) as versions,
       (select jsonb_agg(to_jsonb(c) order by c.id) from program_comment c where org_id = $1) as comments,
       (select count(*) from simulation where org_id = $1) as simulations, (select count(*) from run where org_id = $1) as runs,
        (select count(*) from audit_event where org_id = $1) as events`,
    [org.orgId],
  );
  return rows[0];
}

/** Asserts the refusal, and that it left everything as it was. */
async function refused(org: ScoreOrganization, attempt: () => Promise<unknown>, refusal: Record<string, unknown>): Promise<void> {
  const before = await stored(org);
  await expect(attempt()).rejects.toMatchObject(refusal);
  expect(await stored(org)).toEqual(before);
}

const actions = async (org: ScoreOrganization) => {
  const { rows } = await org.sql(
    "select action, actor_name as name from audit_event where org_id = $1 and target like 'program main%' order by seq",
    [org.orgId],
  );
  return rows.map(({ action, name }) => `${action} by ${name}`);
};

describe("a draft", () => {
  test("begins as a copy of a version, and says of which", async () => {
    const org = await running("copy");
    const draft = await startDraft(org.manager, { from: 1 });
    expect(draft).toMatchObject({ version: 2, status: "draft", basedOn: 1, revision: 1, updatedBy: null, document: program() });
    await refused(org, () => startDraft(org.manager, { from: 9 }), { code: "not_found" });
    await refused(org, () => startDraft(org.staff("finance"), { from: 1 }), { code: "forbidden" });
  });

  test("is saved by whoever saw its last state, with its contradictions, and one event for a stretch of work", async () => {
    const org = await running("save");
    await startDraft(org.manager, { from: 1 });
    const saved = await saveDraft(org.manager, { version: 2, revision: 1, document: goldFrom(65) });
    expect(saved).toMatchObject({ revision: 2, updatedBy: "The channel_manager", updatedByYou: true, issues: [] });
    const unreachable = await saveDraft(org.manager, { version: 2, revision: 2, document: goldFrom(101) });
    expect(unreachable).toMatchObject({ revision: 3, issues: [{ code: "tier_unreachable", path: "tiers.gold" }] });
    await saveDraft(org.second, { version: 2, revision: 3, document: goldFrom(66) });
    expect(await getProgramVersion(org.manager, { version: 2 })).toMatchObject({ document: goldFrom(66), updatedByYou: false });
    expect((await actions(org)).slice(-3)).toEqual([
      "program_version.create by The channel_manager",
      "program_version.edit by The channel_manager",
      "program_version.edit by The second manager",
    ]);
  });

  test("is not overwritten by whoever has not seen its last state: who changed it is named", async () => {
    const org = await running("conflict");
    await startDraft(org.manager, { from: 1 });
    await saveDraft(org.second, { version: 2, revision: 1, document: goldFrom(70) });
    await refused(org, () => saveDraft(org.manager, { version: 2, revision: 1, document: goldFrom(80) }), {
      code: "conflict",
      message: expect.stringContaining("The second manager changed version 2"),
      details: { reason: "changed", revision: 2, updatedBy: "The second manager" },
    });
  });

  test("saved by ten at the same moment is saved by one", async () => {
    const org = await running("race");
    await startDraft(org.manager, { from: 1 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => saveDraft(i % 2 ? org.manager : org.second, { version: 2, revision: 1, document: goldFrom(60 + i) })),
    );
    const done = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(done).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    expect(await getProgramVersion(org.manager, { version: 2 })).toMatchObject({ revision: 2, document: done[0]?.document });
  });

  test.each([
    ["what is no program", { ...program(), tiers: [] }, "document.tiers"],
    ["a weight that is no number", JSON.parse(JSON.stringify(program()).replace('"weight":60', '"weight":"NaN"')), "document.score.children"],
  ])("is not saved as %s, naming the place", async (what, document, path) => {
    const org = await running(`no program: ${what}`);
    await startDraft(org.manager, { from: 1 });
    await refused(org, () => saveDraft(org.manager, { version: 2, revision: 1, document }), {
      code: "invalid_input",
      details: { issues: [expect.objectContaining({ path: expect.stringContaining(path) })] },
    });
  });

  test("tells who else has it open", async () => {
    const org = await running("presence");
    await startDraft(org.manager, { from: 1 });
    expect(await seeDraft(org.manager, { version: 2 })).toMatchObject({ status: "draft", revision: 1, others: [], openComments: 0 });
    expect((await seeDraft(org.second, { version: 2 })).others).toEqual(["The channel_manager"]);
    expect((await seeDraft(org.manager, { version: 2 })).others).toEqual(["The second manager"]);
    await org.sql("update draft_editor set seen_at = now() - interval '2 minutes' where org_id = $1 and name = 'The second manager'", [org.orgId]);
    expect((await seeDraft(org.manager, { version: 2 })).others).toEqual([]);
  });

  test("is given up, keeps its number, and is listed no more", async () => {
    const org = await running("discard");
    await startDraft(org.manager, { from: 1 });
    await refused(org, () => discardDraft(org.manager, { version: 2, revision: 2 }), { code: "conflict" });
    await discardDraft(org.manager, { version: 2, revision: 1 });
    expect((await listProgramVersions(org.manager, {})).items.map(({ version }) => version)).toEqual([1]);
    await refused(org, () => saveDraft(org.manager, { version: 2, revision: 2, document: program() }), {
      message: expect.stringContaining("was discarded"),
    });
    const discarded = { code: "conflict", message: expect.stringContaining("Version 2 was discarded"), details: { status: "discarded" } };
    await refused(org, () => simulateDraft(org.manager, { version: 2 }), discarded);
    await refused(org, () => addComment(org.manager, { version: 2, text: "a pity" }), discarded);
    await refused(org, () => evaluateRun(org.manager, { version: 2, asOf: "2024-06-30" }), discarded);
    expect(await startDraft(org.manager, { from: 1 })).toMatchObject({ version: 3 });
    await refused(org, () => discardDraft(org.manager, { version: 1, revision: 1 }), { code: "conflict" });
  });
});

describe("comments", () => {
  test("are numbered, said of a place or of the whole, and resolved once; finance may say something too", async () => {
    const org = await running("comments");
    await startDraft(org.manager, { from: 1 });
    await addComment(org.manager, { version: 2, path: "score.sales_points", text: "Is 60 not too much?" });
    await addComment(org.staff("finance"), { version: 2, text: "What does it cost?" });
    expect((await seeDraft(org.manager, { version: 2 })).openComments).toBe(2);
    await resolveComment(org.second, { version: 2, comment: 1 });
    expect((await listComments(org.manager, { version: 2 })).items).toMatchObject([
      { number: 1, path: "score.sales_points", author: "The channel_manager", resolvedBy: "The second manager" },
      { number: 2, path: null, author: "The finance", text: "What does it cost?", resolvedBy: null, resolvedAt: null },
    ]);
    await refused(org, () => resolveComment(org.manager, { version: 2, comment: 1 }), { code: "conflict" });
    await refused(org, () => resolveComment(org.manager, { version: 2, comment: 7 }), { code: "not_found" });
    await refused(org, () => addComment(org.manager, { version: 2, text: "   " }), { code: "invalid_input" });
    await refused(org, () => addComment(org.manager, { version: 2, path: "tiers.platinum", text: "why?" }), {
      code: "invalid_input",
      message: expect.stringContaining('has no "tiers.platinum"'),
      details: { issues: [expect.objectContaining({ path: "path" })] },
    });
    await refused(org, () => addComment(org.partnerUser("A"), { version: 2, text: "hello" }), { code: "forbidden" });
    await expect(org.sql("update program_comment set text = 'x' where org_id = $1", [org.orgId])).rejects.toThrow(/what was said stays/);
  });

  test("of ten at the same moment have ten numbers", async () => {
    const org = await running("talk");
    await Promise.all(Array.from({ length: 10 }, (_, i) => addComment(i % 2 ? org.manager : org.second, { version: 1, text: `thought ${i}` })));
    expect((await listComments(org.manager, { version: 1 })).items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe("rules in use are changed by two people", () => {
  const propose = (org: ScoreOrganization, revision: number) =>
    proposeDraft(org.manager, { version: 2, revision, effectiveFrom: "2024-04-01", note: "gold is too easy" });

  async function drafted(name: string): Promise<ScoreOrganization> {
    const org = await running(name);
    await startDraft(org.manager, { from: 1 });
    await saveDraft(org.manager, { version: 2, revision: 1, document: goldFrom(75) });
    return org;
  }

  test("a draft is simulated, proposed with a note and a day, approved by another person, and in effect from that day", async () => {
    const org = await drafted("two people");
    const simulation = await simulateDraft(org.manager, { version: 2 });
    expect(simulation.summary.decided).toMatchObject({ promoted: 0, demoted: 1, unchanged: 1 });
    expect(simulation.summary.qualified).toMatchObject({ promoted: 0, demoted: 1, unchanged: 1 });
    const proposed = await propose(org, 2);
    expect(proposed).toMatchObject({ status: "proposed", revision: 3, effectiveFrom: "2024-04-01", proposedBy: "The channel_manager" });
    const approved = await approveProposal(org.second, { version: 2, revision: 3 });
    expect(approved).toMatchObject({ status: "published", publishedBy: "The second manager", note: "gold is too easy" });
    const { number } = await evaluateRun(org.manager, { asOf: "2024-06-30" });
    expect(number).toBe(2);
    expect((await actions(org)).slice(-2)).toEqual([
      "program_version.propose by The channel_manager",
      "program_version.publish by The second manager",
    ]);
    await refused(org, () => saveDraft(org.manager, { version: 2, revision: 4, document: program() }), {
      message: expect.stringContaining("is published and never changes"),
    });
  });

  test("nobody publishes alone what is in use", async () => {
    const org = await drafted("alone");
    await refused(org, () => publishProgramVersion(org.manager, { version: 2, effectiveFrom: "2024-04-01" }), {
      code: "conflict",
      details: { reason: "second_person" },
    });
    await simulateDraft(org.manager, { version: 2 });
    await propose(org, 2);
    await refused(org, () => approveProposal(org.manager, { version: 2, revision: 3 }), {
      code: "forbidden",
      details: { reason: "own_proposal" },
    });
    await refused(org, () => approveProposal(org.staff("finance"), { version: 2, revision: 3 }), { code: "forbidden" });
    await expect(org.sql("update program_version set document = '{}' where org_id = $1 and version = 2", [org.orgId])).rejects.toThrow(
      /it is proposed as it is/,
    );
  });

  test("nothing is proposed that was not simulated as it is, or contradicts itself", async () => {
    const org = await drafted("unsimulated");
    await refused(org, () => propose(org, 2), { code: "unprocessable", details: { reason: "not_simulated" } });
    await simulateDraft(org.manager, { version: 2 });
    await saveDraft(org.manager, { version: 2, revision: 2, document: goldFrom(76) });
    await refused(org, () => propose(org, 3), { code: "unprocessable", details: { reason: "not_simulated" } });
    await saveDraft(org.manager, { version: 2, revision: 3, document: goldFrom(101) });
    await refused(org, () => simulateDraft(org.manager, { version: 2 }), { code: "unprocessable" });
    await refused(org, () => propose(org, 4), { code: "unprocessable", message: expect.stringContaining("tiers.gold") });
  });

  test("what somebody saves at the moment of a proposal is not proposed with it, whichever revision that one names", async () => {
    const org = await drafted("between");
    await simulateDraft(org.manager, { version: 2 });
    const guesses = Array.from({ length: 4 }, () => propose(org, 3));
    await Promise.allSettled([saveDraft(org.second, { version: 2, revision: 2, document: goldFrom(101) }), ...guesses]);
    expect(await getProgramVersion(org.manager, { version: 2 })).toMatchObject({ status: "draft", revision: 3, document: goldFrom(101) });
  });

  test("what is proposed does not change, is withdrawn with a reason, and is then a draft again", async () => {
    const org = await drafted("withdraw");
    await simulateDraft(org.manager, { version: 2 });
    await propose(org, 2);
    await refused(org, () => saveDraft(org.manager, { version: 2, revision: 3, document: program() }), {
      message: expect.stringContaining("waits for approval"),
    });
    await refused(org, () => withdrawProposal(org.second, { version: 2, revision: 3, reason: " " }), { code: "invalid_input" });
    expect(await withdrawProposal(org.second, { version: 2, revision: 3, reason: "the partners were promised 60" })).toMatchObject({
      ...{ status: "draft", revision: 4, effectiveFrom: null, proposedBy: null },
    });
    expect((await listComments(org.manager, { version: 2 })).items).toMatchObject([
      { author: "The second manager", text: "the partners were promised 60" },
    ]);
    await refused(org, () => approveProposal(org.second, { version: 2, revision: 4 }), { code: "conflict" });
  });

  test("of an approval and a withdrawal at the same moment one holds", async () => {
    const org = await drafted("approve or withdraw");
    await simulateDraft(org.manager, { version: 2 });
    await propose(org, 2);
    const outcomes = await Promise.allSettled([
      approveProposal(org.second, { version: 2, revision: 3 }),
      withdrawProposal(org.manager, { version: 2, revision: 3, reason: "not yet" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getProgramVersion(org.manager, { version: 2 })).status).toBe(outcomes[0].status === "fulfilled" ? "published" : "draft");
  });
});

test("the first rules are published as they were seen", async () => {
  const org = await database.organization("first seen", [{ code: "A" }]);
  await createProgramVersion(org.manager, { document: program() });
  await saveDraft(org.second, { version: 1, revision: 1, document: goldFrom(75) });
  await refused(org, () => publishProgramVersion(org.manager, { version: 1, revision: 1, effectiveFrom: "2024-01-01" }), {
    details: { reason: "changed" },
  });
  await publishProgramVersion(org.manager, { version: 1, revision: 2, effectiveFrom: "2024-01-01" });
});

test("the first rules need nobody else: nobody has a tier yet", async () => {
  const org = await database.organization("first rules", [{ code: "A" }]);
  await createProgramVersion(org.manager, { document: program() });
  expect(await publishProgramVersion(org.manager, { version: 1, effectiveFrom: "2024-01-01" })).toMatchObject({ status: "published" });
});

test("a run of a draft keeps the rules it was evaluated with, is proven by them, and is published once they are", async () => {
  const org = await running("run of a draft");
  await startDraft(org.manager, { from: 1 });
  await saveDraft(org.manager, { version: 2, revision: 1, document: { ...goldFrom(75), name: "Harder" } });
  const { number } = await evaluateRun(org.manager, { asOf: "2024-06-30", version: 2 });
  expect(await reperformRun(org.manager, { run: number })).toMatchObject({ decisions: true, evaluation: true });
  await saveDraft(org.manager, { version: 2, revision: 2, document: goldFrom(65) });
  expect(await reperformRun(org.manager, { run: number })).toMatchObject({ decisions: true, evaluation: true });
  expect((await getRun(org.manager, { run: number })).program).toEqual({ key: "main", name: "Harder", version: 2 });
  await simulateDraft(org.manager, { version: 2 });
  await proposeDraft(org.manager, { version: 2, revision: 3, effectiveFrom: "2024-04-01", note: "a little harder" });
  await approveProposal(org.second, { version: 2, revision: 4 });
  await refused(org, () => publishRun(org.manager, { run: number }), { code: "conflict" });
});
