import { expect, test } from "vitest";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getRun } from "@/lib/services/score/get-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { program } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

test("of drafts published at the same moment exactly one wins, and the others are told and stay as they were", async () => {
  const org = await database.organization("race", [{ code: "A" }, { code: "B" }]);
  await org.observe("2024-01-15", { A: { sales: 90, quality: 50 }, B: { sales: 20, quality: 45 } });
  await org.publishProgram(program());
  const first = await evaluateRun(org.manager, { asOf: "2024-01-31" });
  await publishRun(org.manager, { run: first.number });

  for (const [round, base] of [
    [1, 1],
    [2, null],
  ] as const) {
    const follows = base ?? (await currentRun());
    const drafts = [];
    for (const day of ["20", "21", "22", "23"]) drafts.push(await evaluateRun(org.manager, { asOf: `2024-0${round + 1}-${day}` }));
    const eventsBefore = await publishEvents();
    const outcomes = await Promise.allSettled(drafts.map(({ number }) => publishRun(org.manager, { run: number })));

    const winners = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(winners).toHaveLength(1);
    const winner = winners[0]?.value;
    expect(winner).toMatchObject({ status: "published", base: follows });
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") continue;
      expect(outcome.reason).toMatchObject({ code: "conflict", details: { published: winner?.number } });
    }
    for (const draft of drafts) {
      const after = await getRun(org.manager, { run: draft.number });
      expect(after).toEqual(draft.number === winner?.number ? winner : { ...draft, overtaken: true });
    }
    expect(await currentRun()).toBe(winner?.number);
    expect(await publishEvents()).toBe(eventsBefore + 1);
  }

  async function currentRun(): Promise<number> {
    const { rows } = await org.sql(
      "select r.number from program p join run r on r.org_id = p.org_id and r.id = p.current_run_id where p.org_id = $1",
      [org.orgId],
    );
    return rows[0].number;
  }
  async function publishEvents(): Promise<number> {
    const { rows } = await org.sql("select count(*)::int as n from audit_event where org_id = $1 and action = 'run.publish'", [org.orgId]);
    return rows[0].n;
  }
});

test("one draft published twice at the same moment is published once", async () => {
  const org = await database.organization("double click", [{ code: "A" }]);
  await org.publishProgram(program());
  await evaluateRun(org.manager, { asOf: "2024-01-31" });
  const outcomes = await Promise.allSettled([1, 2].map(() => publishRun(org.manager, { run: 1 })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toMatchObject({
    code: "conflict",
    message: "Run 1 is already published.",
  });
});
