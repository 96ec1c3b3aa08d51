import { expect, test } from "vitest";
import { today } from "@/lib/clock";
import { startOfNextFiscalQuarter } from "@/lib/domain/define/fiscal-calendar";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import { approveProposal } from "@/lib/services/define/approve-proposal";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { getProposalTerms } from "@/lib/services/define/get-proposal-terms";
import { proposeDraft } from "@/lib/services/define/propose-draft";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { startDraft } from "@/lib/services/define/start-draft";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
const CALENDAR = program().fiscalCalendar;

async function running(name: string): Promise<ScoreOrganization> {
  const org = await database.organization(name, [{ code: "A" }, { code: "B" }]);
  await org.observe("2024-03-20", { A: { sales: 70, quality: 70 }, B: { sales: 50, quality: 50 } });
  await org.publishProgram(program());
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  await startDraft(org.manager, { from: 1 });
  return org;
}

test("the first rules need nobody else, and hold from the fiscal year that there is data of", async () => {
  const org = await database.organization("first terms", [{ code: "A" }]);
  await org.observe("2024-03-20", { A: { sales: 70, quality: 70 } });
  await createProgramVersion(org.manager, { document: program() });
  const terms = await getProposalTerms(org.manager, { version: 1 });
  expect(terms).toMatchObject({ needsSecondPerson: false, isOwn: false, simulation: null, isSimulationOvertaken: false });
  expect(terms.suggestedFrom <= today("UTC")).toBe(true);
});

test("rules in use change with the next fiscal quarter after today, and after what is decided already", async () => {
  const org = await running("terms");
  const next = startOfNextFiscalQuarter(today("UTC"), CALENDAR);
  expect(await getProposalTerms(org.manager, { version: 2 })).toMatchObject({ needsSecondPerson: true, suggestedFrom: next });
  await simulateDraft(org.manager, { version: 2 });
  await proposeDraft(org.manager, { version: 2, revision: 1, effectiveFrom: next, note: "as it was" });
  await approveProposal(org.second, { version: 2, revision: 2 });
  await startDraft(org.manager, { from: 2 });
  expect((await getProposalTerms(org.manager, { version: 3 })).suggestedFrom).toBe(addMonths(next, 3));
});

test("a version takes effect within five years, and after the last day the next one is suggested for that day too", async () => {
  const org = await running("far day");
  const last = addMonths(today("UTC"), 60);
  await simulateDraft(org.manager, { version: 2 });
  const before = await getProgramVersion(org.manager, { version: 2 });
  for (const effectiveFrom of [addDays(last, 1), "9999-12-31"])
    await expect(proposeDraft(org.manager, { version: 2, revision: 1, effectiveFrom, note: "a slip" })).rejects.toMatchObject({
      code: "unprocessable",
      details: { issues: [{ path: "effectiveFrom", message: `choose a day up to ${last}, which is five years ahead` }] },
    });
  expect(await getProgramVersion(org.manager, { version: 2 })).toEqual(before);
  await proposeDraft(org.manager, { version: 2, revision: 1, effectiveFrom: last, note: "far ahead" });
  await approveProposal(org.second, { version: 2, revision: 2 });
  await startDraft(org.manager, { from: 2 });
  expect((await getProposalTerms(org.manager, { version: 3 })).suggestedFrom).toBe(last);
});

test("nobody publishes the first rules for a day beyond five years either", async () => {
  const org = await database.organization("far first day", [{ code: "A" }]);
  await createProgramVersion(org.manager, { document: program() });
  const far = publishProgramVersion(org.manager, { version: 1, effectiveFrom: "2999-01-01" });
  await expect(far).rejects.toMatchObject({ code: "unprocessable", details: { issues: [{ path: "effectiveFrom" }] } });
  expect(await getProgramVersion(org.manager, { version: 1 })).toMatchObject({ status: "draft", effectiveFrom: null });
});

test("what a past day would mean is told from what is decided: published runs and versions, and nothing else", async () => {
  const org = await running("decided");
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  const { decided } = await getProposalTerms(org.manager, { version: 2 });
  expect(decided).toEqual({ today: today("UTC"), runs: [{ number: 1, asOf: "2024-03-31" }], versionsFrom: [expect.any(String)] });
});

test("whoever proposed is told so, and everybody reads the simulation that was proposed, also when a run was published since", async () => {
  const org = await running("own terms");
  await simulateDraft(org.manager, { version: 2 });
  await proposeDraft(org.manager, { version: 2, revision: 1, effectiveFrom: "2024-07-01", note: "as it was" });
  const simulated = { documentHash: expect.any(String), run: { number: 1 }, summary: { partners: 2 } };
  expect(await getProposalTerms(org.manager, { version: 2 })).toMatchObject({ isOwn: true, simulation: simulated, isSimulationOvertaken: false });
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  await publishRun(org.manager, { run: 2 });
  expect(await getProposalTerms(org.second, { version: 2 })).toMatchObject({ isOwn: false, simulation: simulated, isSimulationOvertaken: true });
});

test("partner users learn nothing of it", async () => {
  const org = await running("closed terms");
  await expect(getProposalTerms(org.partnerUser("A"), { version: 2 })).rejects.toMatchObject({ code: "forbidden" });
});
