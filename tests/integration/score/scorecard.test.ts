import { beforeAll, describe, expect, test } from "vitest";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getOwnScorecard } from "@/lib/services/score/get-own-scorecard";
import { getScorecard } from "@/lib/services/score/get-scorecard";
import { listEvidence } from "@/lib/services/score/list-evidence";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const DEALERS = ["D1", "D2", "D3", "D4", "D5"];
const RESELLERS = ["R1", "R2", "R3", "R4"];
const database = scoreDatabase();
let org: ScoreOrganization;

beforeAll(async () => {
  org = await database.organization("scorecard", [
    ...DEALERS.map((code) => ({ code, name: `Name of ${code}`, type: "dealer", region: "south" })),
    ...RESELLERS.map((code) => ({ code, name: `Name of ${code}`, type: "reseller" })),
  ]);
  await org.publishProgram(program());
  await org.override("D1", "gold", "2025-01-01");
  const measured = Object.fromEntries([...DEALERS, ...RESELLERS].map((code, i) => [code, { sales: 10 * (i + 1), quality: 80 }]));
  await org.observe("2024-03-20", measured);
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  await org.observe("2024-06-20", { ...measured, D2: { sales: 95, quality: 80 } });
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  await publishRun(org.manager, { run: 2 });
  await evaluateRun(org.manager, { asOf: "2024-07-31" });
});

describe("a partner's own scorecard", () => {
  test("has the very numbers that staff see, without what only staff may see", async () => {
    for (const code of [...DEALERS, ...RESELLERS]) {
      const own = await getOwnScorecard(org.partnerUser(code), {});
      const { rank, partners, distanceToCut, robustness, overrideOwner, openOverride, inputHash, knownAt, ...shared } = await getScorecard(
        org.manager,
        { partner: code },
      );
      expect(own).toEqual(shared satisfies PartnerScorecard);
      expect(partners).toBe(9);
      expect(rank).toBeGreaterThan(0);
      expect(distanceToCut).toBeGreaterThanOrEqual(0);
      expect(robustness).toMatchObject({ variations: 1000, spreadPercent: 20, solidFromPercent: 90 });
      expect(overrideOwner).toBe(code === "D1" ? "Olga Owner" : null);
      expect(openOverride?.number ?? null).toBe(code === "D1" ? 1 : null);
      expect([inputHash, knownAt]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 2]);
    }
  });

  test("shows the tree with words, weights, curves, values and contributions that add up to the score", async () => {
    const own = await getOwnScorecard(org.partnerUser("D2"), {});
    expect(own).toMatchObject({
      partner: { code: "D2", name: "Name of D2", type: "dealer", region: "south" },
      organization: { name: "scorecard", isDemo: false },
      run: { number: 2, asOf: "2024-06-30", status: "published" },
      program: { name: "Distributor program", version: 1, rootCombine: "arithmetic", scoreDecimals: 1 },
      score: 89,
      tier: { key: "gold", name: "Gold", rank: 2, of: 3 },
      qualified: { key: "gold", name: "Gold" },
      previous: { key: "silver", name: "Silver" },
      movement: { code: "promoted", steps: 1 },
      override: null,
      nodeNames: { score: "Score", sales_points: "Points for sales", quality_points: "Points for quality" },
    });
    expect(
      own.nodes.map(({ key, depth, weight, points, contribution, metric }) => [key, depth, weight, points, contribution, metric?.value]),
    ).toEqual([
      ["score", 0, 1, 89, 89, undefined],
      ["sales_points", 1, 60, 95, 57, 95],
      ["quality_points", 1, 40, 80, 32, 80],
    ]);
    expect(own.nodes[1]?.curve).toEqual({ kind: "linear", zeroAt: 0, fullAt: 100 });
    expect(own.tiers.map(({ key, verdict }) => [key, verdict])).toEqual([
      ["registered", "met"],
      ["silver", "met"],
      ["gold", "met"],
    ]);
    expect(own.metrics[0]).toMatchObject({ key: "sales", value: 95, reason: null, unit: "number", betterWhen: "higher" });
    expect(own.history.map(({ run, tierName, score }) => [run, tierName, score])).toEqual([
      [1, "Silver", 44],
      [2, "Gold", 89],
    ]);
  });

  test("says nothing of rank, of the override's owner, or of any other partner", async () => {
    for (const code of ["D1", "R4"]) {
      const text = JSON.stringify(await getOwnScorecard(org.partnerUser(code), {}));
      const others = [...DEALERS, ...RESELLERS].filter((other) => other !== code);
      for (const secret of [
        ...others.flatMap((other) => [`"${other}"`, `Name of ${other}`]),
        "Olga Owner",
        '"rank":9',
        "overrideOwner",
        "distanceToCut",
        "inputHash",
      ]) {
        expect(text).not.toContain(secret);
      }
    }
    expect((await getOwnScorecard(org.partnerUser("D1"), {})).override).toEqual({ tier: "gold", reason: "strategic account", expires: "2025-01-01" });
  });

  test("has a percentile only where at least five of its type are scored", async () => {
    const percentile = async (code: string) => (await getOwnScorecard(org.partnerUser(code), { run: 1 })).percentile;
    expect(await Promise.all(DEALERS.map(percentile))).toEqual([0, 20, 40, 60, 80]);
    expect(await Promise.all(RESELLERS.map(percentile))).toEqual([null, null, null, null]);
  });

  test("is that of an earlier published run when that is asked for, and never of a draft", async () => {
    const user = org.partnerUser("D2");
    expect((await getOwnScorecard(user, { run: 1 })).score).toBe(44);
    for (const run of [3, 99])
      await expect(getOwnScorecard(user, { run })).rejects.toMatchObject({ code: "not_found", message: `There is no run ${run}.` });
    expect((await getScorecard(org.manager, { partner: "D2", run: 3 })).run.status).toBe("draft");
  });

  test("is not there for staff, who are told where to look", async () => {
    await expect(getOwnScorecard(org.manager, {})).rejects.toMatchObject({ code: "not_found", message: expect.stringMatching(/from the standings/) });
  });
});

describe("any partner's scorecard", () => {
  test("is refused to a partner user, its own included", async () => {
    for (const partner of ["D1", "D2"]) await expect(getScorecard(org.partnerUser("D1"), { partner })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not found for a partner of another organization", async () => {
    const other = await database.organization("another organization", [{ code: "OTHER" }]);
    await other.publishProgram(program());
    await evaluateRun(other.manager, { asOf: "2024-03-31" });
    await publishRun(other.manager, { run: 1 });
    await expect(getScorecard(org.manager, { partner: "OTHER" })).rejects.toMatchObject({ code: "not_found" });
    expect((await getScorecard(other.manager, { partner: "OTHER" })).partner.code).toBe("OTHER");
  });
});

test("before the first publication there is no scorecard, and the partner is told so", async () => {
  const fresh = await database.organization("nothing published", [{ code: "A" }]);
  await fresh.publishProgram(program());
  await evaluateRun(fresh.manager, { asOf: "2024-03-31" });
  await expect(getOwnScorecard(fresh.partnerUser("A"), {})).rejects.toMatchObject({
    code: "not_found",
    message: expect.stringMatching(/No run has been published yet/),
  });
});

test("money is written in the program's currency", async () => {
  const euro = await database.organization("in euros", [{ code: "E1" }]);
  await euro.sql("update organization set currency = 'EUR' where id = $1", [euro.orgId]);
  await euro.publishProgram(program({ currency: "EUR" }));
  await euro.observe("2024-03-20", { E1: { sales: 50, quality: 50 } });
  await evaluateRun(euro.manager, { asOf: "2024-03-31" });
  await publishRun(euro.manager, { run: 1 });
  expect((await getOwnScorecard(euro.partnerUser("E1"), {})).program.currency).toBe("EUR");
  expect((await listEvidence(euro.partnerUser("E1"), { run: 1, partner: "E1", metric: "sales" })).metric.currency).toBe("EUR");
});
