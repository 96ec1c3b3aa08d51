import { describe, expect, test } from "vitest";
import type { Program } from "@/lib/domain/define/program";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { type Measured, program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { backTested } from "./perform-here";

const database = scoreDatabase();

const GOLD: Measured = { sales: 80, quality: 80 };
const SILVER: Measured = { sales: 50, quality: 50 };
const NONE: Measured = { sales: 10, quality: 10 };

async function publish(org: ScoreOrganization, asOf: string, knownAt?: number): Promise<void> {
  const { number } = await evaluateRun(org.manager, { asOf, ...(knownAt !== undefined && { knownAt }) });
  await publishRun(org.manager, { run: number });
}

/** The cut of gold moved: version 2 of the program. */
async function draftWithGoldFrom(org: ScoreOrganization, atLeast: number): Promise<void> {
  const tiers: Program["tiers"] = program().tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score", atLeast } } : tier));
  await createProgramVersion(org.manager, { document: program({ tiers }) });
}

function unscoredWithoutData(): Program {
  const { score } = program();
  if (score.kind === "criterion") throw new Error("the score has no criteria");
  const children = score.children.map((child) => (child.kind === "criterion" ? { ...child, missing: { rule: "unscored" as const } } : child));
  return program({ score: { ...score, children } });
}

const UNMOVED = { promoted: 0, demoted: 0, entered: 0, held: 0, unchanged: 0, overridden: 0 };

describe("the states of a back-test are chained:", () => {
  test("without a run before everybody enters, a miss is forgiven once, and who falls and rises again is named", async () => {
    const org = await database.organization("chained", [{ code: "FALLS" }, { code: "STEADY" }]);
    await org.publishProgram(program());
    await org.observe("2024-03-31", { FALLS: GOLD, STEADY: SILVER });
    await org.observe("2024-06-30", { FALLS: SILVER });
    await org.observe("2024-12-31", { FALLS: GOLD });
    await publish(org, "2024-12-31");

    const { status, results, summary, tiers } = await backTested(org, 4);
    expect(status).toBe("done");
    expect(tiers.map(({ tier }) => tier)).toEqual(["registered", "silver", "gold"]);
    expect(results.map(({ year, quarter, lastDay, tiers, movements }) => ({ year, quarter, lastDay, tiers, movements }))).toEqual([
      { year: 2024, quarter: 1, lastDay: "2024-03-31", tiers: [0, 1, 1], movements: { ...UNMOVED, entered: 2 } },
      { year: 2024, quarter: 2, lastDay: "2024-06-30", tiers: [0, 1, 1], movements: { ...UNMOVED, held: 1, unchanged: 1 } },
      { year: 2024, quarter: 3, lastDay: "2024-09-30", tiers: [0, 2, 0], movements: { ...UNMOVED, demoted: 1, unchanged: 1 } },
      { year: 2024, quarter: 4, lastDay: "2024-12-31", tiers: [0, 1, 1], movements: { ...UNMOVED, promoted: 1, unchanged: 1 } },
    ]);
    // Two partners from quarter to quarter, three times; FALLS changed twice.
    expect(summary?.stability).toEqual({ partnerQuarters: 6, changes: 2, share: 1 - 2 / 6 });
    expect(summary?.yoYo).toEqual({ partners: 1, shown: [{ partner: { code: "FALLS", name: "Partner FALLS" }, tiers: [2, 2, 1, 2] }] });
    // The run of the last day was the first: nobody had missed a review.
    expect(results.map(({ decided }) => decided?.change.unchanged ?? null)).toEqual([null, null, null, 2]);
  });

  test("the first quarter goes on from the last run before it, and the same rules decide what was decided", async () => {
    const org = await database.organization("same rules", [{ code: "FALLS" }, { code: "PINNED" }, { code: "RISES" }]);
    await org.publishProgram(program());
    await org.observe("2023-12-31", { FALLS: GOLD, PINNED: SILVER, RISES: SILVER });
    await publish(org, "2023-12-31");
    await org.observe("2024-03-31", { FALLS: SILVER });
    await publish(org, "2024-03-31");
    await org.observe("2024-06-30", { RISES: GOLD });
    await org.override("PINNED", "gold", "2024-09-30");
    await publish(org, "2024-06-30");
    await publish(org, "2024-09-30");
    const { rows } = await org.sql("select as_of::text as day, summary from run where org_id = $1 and number > 1 order by number", [org.orgId]);

    const { results } = await backTested(org, 3);
    expect(results.map(({ lastDay, movements, tiers }) => ({ lastDay, movements, tiers }))).toEqual(
      rows.map(({ day, summary }) => ({
        lastDay: day,
        movements: summary.movements,
        tiers: summary.tiers.map(({ partners }: { partners: number }) => partners),
      })),
    );
    expect(results.map(({ movements }) => movements)).toEqual([
      { ...UNMOVED, held: 1, unchanged: 2 },
      { ...UNMOVED, demoted: 1, promoted: 1, overridden: 1 },
      { ...UNMOVED, held: 1, unchanged: 2 }, // the override of PINNED has expired, and its first miss is forgiven
    ]);
    expect(results.map(({ decided }) => [decided?.run, decided?.change.unchanged])).toEqual([
      [2, 3],
      [3, 3],
      [4, 3],
    ]);
  });
});

describe("as known then:", () => {
  test("what came later counts only from then on, a quarter before anything is as known today, and a run's day is as known to that run", async () => {
    const org = await database.organization("known then", [{ code: "A" }]);
    await org.publishProgram(program());
    await org.observe("2023-10-15", { A: SILVER }, "2024-01-20T10:00:00Z"); // known after Q4 2023
    await org.observe("2024-03-15", { A: GOLD }, "2024-04-20T10:00:00Z"); // a late file about Q1
    await org.observe("2024-05-15", { A: NONE }, "2024-06-20T10:00:00Z");
    await publish(org, "2024-06-30", 2); // as of the day, but evaluated as known at 2
    await org.observe("2024-08-15", { A: SILVER }, "2024-08-20T10:00:00Z");
    await publish(org, "2024-09-30");

    const { results } = await backTested(org, 4);
    expect(results.map(({ lastDay, knowledge, tiers }) => ({ lastDay, knowledge, tiers }))).toEqual([
      // Q4 2023: A would have nothing; what is known today of it is silver.
      { lastDay: "2023-12-31", knowledge: { kind: "today", run: null, knownAt: 4 }, tiers: [0, 1, 0] },
      // As known today it would be gold.
      { lastDay: "2024-03-31", knowledge: { kind: "then", run: null, knownAt: 1 }, tiers: [0, 1, 0] },
      // As known by the end of the day it would have missed the review.
      { lastDay: "2024-06-30", knowledge: { kind: "run", run: 1, knownAt: 2 }, tiers: [0, 0, 1] },
      { lastDay: "2024-09-30", knowledge: { kind: "run", run: 2, knownAt: 4 }, tiers: [0, 0, 1] }, // silver: a miss, forgiven
    ]);
  });

  test.each([
    ["America/New_York", "then"],
    ["UTC", "today"],
  ])("the end of a day is that of the organization's time zone: in %s two in the morning UTC is known %s", async (timeZone, kind) => {
    const org = await database.organization(`zone ${timeZone}`, [{ code: "A" }]);
    await org.sql("update organization set time_zone = $2 where id = $1", [org.orgId, timeZone]);
    await org.publishProgram(program());
    await org.observe("2024-03-15", { A: GOLD }, "2024-04-01T02:00:00Z");
    await publish(org, "2024-06-30");
    const { results } = await backTested(org, 2);
    expect(results.map(({ knowledge }) => knowledge.kind)).toEqual([kind, "run"]);
  });

  test("master data alone is no knowledge of a quarter", async () => {
    const org = await database.organization("master data", [{ code: "A" }]);
    await org.publishProgram(program());
    await org.sql(
      `insert into import_batch (org_id, number, kind, file_name, format, status, seq, published_at, created_by)
       values ($1, 90, 'partners', 'partners.csv', '{}', 'published', 90, '2024-03-01', 'test')`,
      [org.orgId],
    );
    await org.observe("2024-03-15", { A: GOLD }, "2024-05-01T00:00:00Z");
    await publish(org, "2024-06-30");
    const { results } = await backTested(org, 2);
    expect(results.map(({ knowledge, tiers }) => [knowledge.kind, tiers])).toEqual([
      ["today", [0, 0, 1]],
      ["run", [0, 0, 1]],
    ]);
  });

  test("a quarter before any data scores nobody above nothing", async () => {
    const org = await database.organization("before any data", [{ code: "A" }, { code: "B" }]);
    await org.publishProgram(unscoredWithoutData());
    await org.observe("2024-06-15", { A: GOLD, B: SILVER });
    await publish(org, "2024-06-30");
    const { results } = await backTested(org, 2);
    expect(results.map(({ partners, unscored, tiers }) => ({ partners, unscored, tiers }))).toEqual([
      { partners: 2, unscored: 2, tiers: [2, 0, 0] },
      { partners: 2, unscored: 0, tiers: [0, 1, 1] },
    ]);
  });
});

describe("overrides count where they stood at the quarter's end:", () => {
  test("one that ended since did, one that was made later or had expired did not", async () => {
    const org = await database.organization("overrides", [{ code: "ENDED" }, { code: "LATER" }, { code: "EXPIRED" }, { code: "FREE" }]);
    await org.publishProgram(program());
    await org.observe("2024-03-01", { ENDED: NONE, LATER: NONE, EXPIRED: NONE, FREE: NONE });
    const insert = (number: number, code: string, from: string, expires: string, endedAt: string | null) =>
      org.sql(
        `insert into tier_override (org_id, number, program_id, partner_id, tier, reason, owner, expires_on, created_by, created_at, ended_at, ended_by, end_reason)
         select org_id, $2, id, $3, 'gold', 'strategic', 'Olga', $4, 'Olga', $5, $6::timestamptz, case when $6 is null then null else 'Olga' end, case when $6 is null then null else 'over' end
         from program where org_id = $1`,
        [org.orgId, number, org.idOf(code), expires, from, endedAt],
      );
    await insert(1, "ENDED", "2024-01-10T00:00:00Z", "2025-01-01", "2024-05-01T00:00:00Z");
    await insert(2, "LATER", "2024-04-02T00:00:00Z", "2025-01-01", null);
    await insert(3, "EXPIRED", "2024-01-10T00:00:00Z", "2024-06-30", null);
    await publish(org, "2024-09-30");

    const { results } = await backTested(org, 3);
    expect(results.map(({ lastDay, tiers, movements }) => ({ lastDay, tiers, overridden: movements.overridden, held: movements.held }))).toEqual([
      { lastDay: "2024-03-31", tiers: [2, 0, 2], overridden: 2, held: 0 }, // ENDED, EXPIRED
      { lastDay: "2024-06-30", tiers: [1, 0, 3], overridden: 1, held: 2 }, // LATER; the others miss a first review
      { lastDay: "2024-09-30", tiers: [3, 0, 1], overridden: 1, held: 0 },
    ]);
  });
});

describe("against what was decided", () => {
  test("each quarter with a run says who would have been elsewhere", async () => {
    const org = await database.organization("compared", [{ code: "TOP" }, { code: "GOLD" }, { code: "SILVER" }]);
    await org.publishProgram(program());
    await org.observe("2024-03-31", { TOP: { sales: 95, quality: 95 }, GOLD: { sales: 70, quality: 70 }, SILVER });
    await publish(org, "2024-03-31");
    await publish(org, "2024-09-30");
    await draftWithGoldFrom(org, 90);

    const { results } = await backTested(org, 3, 2);
    expect(results.map(({ knowledge, decided }) => [knowledge.kind, decided?.run ?? null])).toEqual([
      ["run", 1],
      ["today", null],
      ["run", 2],
    ]);
    expect(results[0]?.decided).toEqual({
      run: 1,
      tiers: [
        { tier: "registered", name: "Registered" },
        { tier: "silver", name: "Silver" },
        { tier: "gold", name: "Gold" },
      ],
      change: {
        matrix: [
          [0, 0, 0],
          [0, 1, 0],
          [0, 1, 1],
        ],
        ...{ promoted: 0, demoted: 1, unchanged: 2, unplaced: 0 },
      },
    });
  });

  test("the partners are those that the run knew, with the attributes that they had", async () => {
    const dealers = { kind: "attribute", attribute: "partner_type", op: "in" } as const;
    const tiers: Program["tiers"] = program().tiers.map((tier) =>
      tier.key === "gold" ? { ...tier, requires: { ...dealers, values: ["dealer"] } } : tier,
    );
    const org = await database.organization("attributes then", [{ code: "A", type: "dealer" }]);
    await org.publishProgram(program());
    await org.observe("2024-03-15", { A: SILVER }, "2024-03-20T00:00:00Z");
    await publish(org, "2024-03-31");
    await org.sql("update partner set type = 'reseller' where org_id = $1", [org.orgId]);
    await org.facts.partner("LATE", "north");
    await publish(org, "2024-09-30");
    await createProgramVersion(org.manager, { document: program({ tiers }) });
    const { results } = await backTested(org, 3, 2);
    expect(results.map(({ partners, tiers }) => ({ partners, tiers }))).toEqual([
      { partners: 1, tiers: [0, 0, 1] }, // a dealer then
      { partners: 2, tiers: [1, 0, 1] }, // no run: today's reseller misses a first review; LATE enters
      { partners: 2, tiers: [1, 1, 0] },
    ]);
  });
});
