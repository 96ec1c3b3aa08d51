import { describe, expect, test } from "vitest";
import type { Program } from "@/lib/domain/define/program";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getOwnScorecard } from "@/lib/services/score/get-own-scorecard";
import { getScorecard } from "@/lib/services/score/get-scorecard";
import { listEvidence } from "@/lib/services/score/list-evidence";
import { publishRun } from "@/lib/services/score/publish-run";
import { reperformRun } from "@/lib/services/score/reperform-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

async function publish(org: ScoreOrganization, asOf: string): Promise<number> {
  const { number } = await evaluateRun(org.manager, { asOf });
  await publishRun(org.manager, { run: number });
  return number;
}

describe("a program that takes the best of three month ends", () => {
  test("measures each month end as of its day, and the decision, its records and the proof are those of the best", async () => {
    const org = await database.organization("month ends", [{ code: "A" }, { code: "B" }]);
    // The latest value counts: A was best in May, B is best now.
    await org.observe("2024-04-10", { A: { sales: 20, quality: 20 }, B: { sales: 20, quality: 20 } });
    await org.observe("2024-05-20", { A: { sales: 90, quality: 80 } });
    await org.observe("2024-06-15", { A: { sales: 30, quality: 30 }, B: { sales: 70, quality: 70 } });
    await org.publishProgram(program({ readings: { kind: "monthEnds", last: 3 } }));
    const run = await publish(org, "2024-06-30");

    const a = await getScorecard(org.manager, { partner: "A" });
    expect(a).toMatchObject({ score: 86, tier: { key: "gold" }, reading: { kind: "monthEnds", last: 3, asOf: "2024-05-31" } });
    expect(await getScorecard(org.manager, { partner: "B" })).toMatchObject({ score: 70, reading: { kind: "monthEnds", asOf: "2024-06-30" } });
    expect(await getOwnScorecard(org.partnerUser("A"), {})).toMatchObject({ score: 86, reading: { kind: "monthEnds", asOf: "2024-05-31" } });

    const evidence = await listEvidence(org.manager, { partner: "A", run, metric: "sales" });
    expect(evidence).toMatchObject({ run: { asOf: "2024-05-31" }, metric: { value: 90 }, counts: { counted: 1, leftOut: 2 } });
    expect(evidence.records.map(({ date }) => date)).toEqual(["2024-05-20"]);
    expect(await reperformRun(org.manager, { run })).toMatchObject({ run, inputs: true, decisions: true, evaluation: true });
  });
});

describe("a program in which the best region wins", () => {
  const revenue: Partial<Program> = {
    metrics: [
      {
        ...{ key: "sales", name: "Sales", unit: "money", betterWhen: "higher" },
        source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 12 } },
      },
      ...program().metrics.slice(1),
    ],
    readings: { kind: "regions", level: 2 },
  };

  test("measures sales in each, and everything else as it is", async () => {
    const org = await database.organization("best region", [{ code: "A" }, { code: "B" }]);
    await org.facts.product("bike", "bikes", "bikes");
    const sale = (partner: string, region: string, amount: number) => ({
      ...{ partner, sku: "bike", region, date: "2024-06-01", units: 1, netE4: amount * 10_000, currency: "USD" },
    });
    await org.facts.batch({ pos: [sale("A", "north", 30), sale("A", "south", 70), sale("A", "world", 500)] });
    await org.observe("2024-06-15", { A: { quality: 50 } as never, B: { quality: 90 } as never });
    await org.publishProgram(program(revenue));
    const run = await publish(org, "2024-06-30");

    // 0.6 x 70 + 0.4 x 50; what was booked on the world above lies in neither region.
    expect(await getScorecard(org.manager, { partner: "A" })).toMatchObject({
      ...{ score: 62, tier: { key: "gold" }, reading: { kind: "regions", region: { code: "south", name: "south" } } },
    });
    expect(await getScorecard(org.manager, { partner: "B" })).toMatchObject({ score: 36, reading: null });
    const { records, counts } = await listEvidence(org.manager, { partner: "A", run, metric: "sales" });
    expect(records.map(({ region, amountE4 }) => [region, amountE4])).toEqual([["south", 700_000]]);
    expect(counts).toEqual({ counted: 1, leftOut: 2 });
  });
});

describe("a tier with one seat in each region", () => {
  const tiers = program().tiers.map((tier) =>
    tier.key === "gold" ? { ...tier, capacity: { limit: { partners: 1 }, per: { attribute: "region" }, ties: "noneIn" as const } } : tier,
  );

  test("goes to the best, and tells a partner nothing of the others", async () => {
    const seeds = ["A", "B"].map((code) => ({ code, region: "north" }));
    const org = await database.organization("seats", [...seeds, { code: "C", region: "south" }]);
    await org.observe("2024-06-15", { A: { sales: 90, quality: 90 }, B: { sales: 80, quality: 80 }, C: { sales: 61, quality: 61 } });
    await org.publishProgram(program({ tiers }));
    await publish(org, "2024-06-30");
    const tierOf = async (partner: string) => (await getScorecard(org.manager, { partner })).tier.key;
    expect([await tierOf("A"), await tierOf("B"), await tierOf("C")]).toEqual(["gold", "silver", "gold"]);
    const seatsOf = (tiersOfB: readonly { key: string; seats: unknown }[]) => tiersOfB.find(({ key }) => key === "gold")?.seats;
    expect(seatsOf((await getScorecard(org.manager, { partner: "B" })).tiers)).toEqual({ seats: 1, seated: false, competing: 2, place: 2 });
    expect(seatsOf((await getOwnScorecard(org.partnerUser("B"), {})).tiers)).toEqual({ seats: 1, seated: false, competing: null, place: null });
  });
});
