import { expect, test } from "vitest";
import { compareRun } from "@/lib/services/score/compare-run";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getScorecard } from "@/lib/services/score/get-scorecard";
import { publishRun } from "@/lib/services/score/publish-run";
import { type Measured, program } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

const GOLD: Measured = { sales: 80, quality: 80 };
const SILVER: Measured = { sales: 50, quality: 50 };

test("a miss is forgiven once, the second demotes; recovering in between starts afresh", async () => {
  const org = await database.organization("grace", [{ code: "FALLS" }, { code: "RECOVERS" }, { code: "RISES" }]);
  await org.publishProgram(program());
  const quarters = [
    { asOf: "2024-03-31", FALLS: GOLD, RECOVERS: GOLD, RISES: SILVER },
    { asOf: "2024-06-30", FALLS: SILVER, RECOVERS: SILVER, RISES: GOLD },
    { asOf: "2024-09-30", FALLS: SILVER, RECOVERS: GOLD, RISES: GOLD },
    { asOf: "2024-12-31", FALLS: SILVER, RECOVERS: SILVER, RISES: GOLD },
  ];
  const seen: Record<string, unknown[]> = { FALLS: [], RECOVERS: [], RISES: [] };
  for (const { asOf, ...measured } of quarters) {
    await org.observe(asOf, measured);
    const { number } = await evaluateRun(org.manager, { asOf });
    await publishRun(org.manager, { run: number });
    for (const partner of Object.keys(measured)) {
      const { tier, movement, previous } = await getScorecard(org.manager, { partner });
      seen[partner]?.push([previous?.key ?? null, tier.key, movement.code, movement.missedReviews]);
    }
  }
  expect(seen).toEqual({
    FALLS: [
      [null, "gold", "entered", 0],
      ["gold", "gold", "held_in_grace", 1],
      ["gold", "silver", "demoted", 0],
      ["silver", "silver", "unchanged", 0],
    ],
    RECOVERS: [
      [null, "gold", "entered", 0],
      ["gold", "gold", "held_in_grace", 1],
      ["gold", "gold", "unchanged", 0],
      ["gold", "gold", "held_in_grace", 1],
    ],
    RISES: [
      [null, "silver", "entered", 0],
      ["silver", "gold", "promoted", 0],
      ["gold", "gold", "unchanged", 0],
      ["gold", "gold", "unchanged", 0],
    ],
  });
  const { history } = await getScorecard(org.manager, { partner: "FALLS" });
  expect(history).toEqual([
    { run: 1, asOf: "2024-03-31", tier: "gold", tierName: "Gold", score: 80, movement: "entered" },
    { run: 2, asOf: "2024-06-30", tier: "gold", tierName: "Gold", score: 50, movement: "held_in_grace" },
    { run: 3, asOf: "2024-09-30", tier: "silver", tierName: "Silver", score: 50, movement: "demoted" },
    { run: 4, asOf: "2024-12-31", tier: "silver", tierName: "Silver", score: 50, movement: "unchanged" },
  ]);
});

test("a draft's misses do not count: movement is measured from the published run", async () => {
  const org = await database.organization("drafts do not count", [{ code: "A" }]);
  await org.publishProgram(program());
  await org.observe("2024-03-31", { A: GOLD });
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  await org.observe("2024-06-30", { A: SILVER });
  for (const asOf of ["2024-06-28", "2024-06-30", "2024-07-01"]) await evaluateRun(org.manager, { asOf });
  const { movement, tier } = await getScorecard(org.manager, { partner: "A", run: 4 });
  expect([tier.key, movement.code, movement.missedReviews]).toEqual(["gold", "held_in_grace", 1]);
});

test("a run as of the same day restates the one before: a miss counts once, and the moves are those the correction makes", async () => {
  const org = await database.organization("restated", [{ code: "MISSES" }, { code: "CORRECTED" }]);
  await org.publishProgram(program());
  await org.observe("2024-03-31", { MISSES: GOLD, CORRECTED: SILVER });
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  await org.observe("2024-06-30", { MISSES: SILVER, CORRECTED: SILVER });
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  await publishRun(org.manager, { run: 2 });

  await org.observe("2024-06-30", { CORRECTED: GOLD });
  const restating = await evaluateRun(org.manager, { asOf: "2024-06-30" });
  expect(restating).toMatchObject({ number: 3, base: 2 });
  const { restates, moves, matrix } = await compareRun(org.manager, { run: 3 });
  expect(restates).toBe(true);
  expect(moves.map(({ partner, from, to, steps }) => [partner.code, from, to, steps])).toEqual([["CORRECTED", "silver", "gold", 1]]);
  expect(matrix).toEqual([
    { from: "gold", to: "gold", partners: 1 },
    { from: "silver", to: "gold", partners: 1 },
  ]);
  await publishRun(org.manager, { run: 3 });
  const misses = await getScorecard(org.manager, { partner: "MISSES" });
  expect([misses.tier.key, misses.movement.code, misses.movement.missedReviews]).toEqual(["gold", "held_in_grace", 1]);
  const corrected = await getScorecard(org.manager, { partner: "CORRECTED" });
  expect([corrected.previous?.key, corrected.tier.key, corrected.movement.code]).toEqual(["silver", "gold", "promoted"]);

  // The next review follows the restated one, and counts the second miss.
  await org.observe("2024-09-30", { MISSES: SILVER, CORRECTED: GOLD });
  await evaluateRun(org.manager, { asOf: "2024-09-30" });
  const { movement } = await getScorecard(org.manager, { partner: "MISSES", run: 4 });
  expect(movement.code).toBe("demoted");
});
