import { describe, expect, test } from "vitest";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import { unpackPopulation } from "@/lib/domain/optimize/packed-population";
import { simulate } from "@/lib/domain/optimize/simulate";
import { populationOf } from "@/lib/domain/score/population";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { getSimulationGround } from "@/lib/services/optimize/get-simulation-ground";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listStandings } from "@/lib/services/score/list-standings";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
const CODES = Array.from({ length: 40 }, (_, i) => `P${String(i).padStart(2, "0")}`);

/** Forty partners in two regions, with sales, observations in three months, and two published runs; one partner is overridden. */
async function running(name: string, rules: Program = program()): Promise<ScoreOrganization> {
  const org = await database.organization(
    name,
    CODES.map((code, i) => ({ code, region: i % 3 ? "north" : "south", type: i % 2 ? "dealer" : "reseller" })),
  );
  await org.facts.product("bike", "bikes", "bikes");
  await org.facts.batch({
    pos: CODES.map((partner, i) => ({
      ...{ partner, sku: "bike", region: "north", date: `2024-0${1 + (i % 6)}-10`, units: 1 + (i % 4) },
      ...{ netE4: (i + 1) * 12_345_678, currency: "USD" },
    })),
  });
  for (const [month, factor] of [
    ["2024-01", 37],
    ["2024-03", 59],
    ["2024-06", 83],
  ] as const)
    await org.observe(
      `${month}-15`,
      Object.fromEntries(CODES.map((code, i) => [code, { sales: (i * factor) % 101, quality: (i * 29 + factor) % 97 }])),
    );
  await org.publishProgram(rules);
  for (const [asOf, run] of [
    ["2024-03-31", 1],
    ["2024-06-30", 2],
  ] as const) {
    if (run === 2) await org.override("P05", "gold", "2025-01-01");
    await evaluateRun(org.manager, { asOf });
    await publishRun(org.manager, { run });
  }
  return org;
}

/** What a browser makes of the ground it is sent. */
async function inBrowser(org: ScoreOrganization, version: number, document: Program) {
  const ground = JSON.parse(JSON.stringify(await getSimulationGround(org.manager, { version }))) as Awaited<ReturnType<typeof getSimulationGround>>;
  const population = populationOf(document, unpackPopulation(ground.population));
  const { run, decided } = simulate(document, ground.run.asOf, population, {
    program: ground.baseline,
    decided: Uint8Array.from(ground.decided),
    qualified: Uint8Array.from(ground.qualified),
    score: Float64Array.from(ground.score, (score) => score ?? Number.NaN),
  });
  const rows = population.partners.map(({ partner }, row) => {
    const score = run.score[row] ?? Number.NaN;
    return [partner, document.tiers[run.decisions.decided[row] ?? -1]?.key, Number.isNaN(score) ? null : score];
  });
  return { rows, decided, ground };
}

/** What the server makes of the same partners by the same rules in a run of its own, the same review as that of the last published run. */
async function onServer(org: ScoreOrganization, version: number) {
  const { number } = await evaluateRun(org.manager, { asOf: "2024-06-30", version });
  const { rows } = await listStandings(org.manager, { run: number, sort: "name" });
  return rows.map(({ partner, tier, score }) => [partner.code, tier, score]);
}

const newMetric: MetricDefinition = {
  ...{ key: "pos", name: "POS revenue", unit: "money", betterWhen: "higher" },
  source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 6 } },
};

const criterion = (key: string, weight: number, fullAt: number) => ({
  ...{ kind: "criterion", key: `${key}_points`, name: key, weight, metric: key },
  ...{ curve: { kind: "linear", zeroAt: 0, fullAt }, missing: { rule: "zero" } },
});

const score = (children: readonly unknown[]) => ({ score: { ...program().score, children } as Program["score"] });

const CHANGES: readonly [string, Program, readonly string[]][] = [
  [
    "other cuts",
    program({ tiers: program().tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score", atLeast: 52 } } : tier)) }),
    [],
  ],
  ["other weights and curves", program(score([criterion("sales", 20, 150), criterion("quality", 80, 60)])), []],
  [
    "a cohort",
    program(score([{ ...criterion("sales", 60, 0), curve: { kind: "percentile", peers: { attribute: "region" } } }, criterion("quality", 40, 100)])),
    [],
  ],
  [
    "a metric that was not measured",
    program({
      metrics: [...program().metrics, newMetric],
      ...score([criterion("sales", 30, 100), criterion("quality", 30, 100), criterion("pos", 40, 40_000)]),
    }),
    ["pos"],
  ],
  ["readings", program({ readings: { kind: "monthEnds", last: 4 } }), []],
  [
    "seats and movement",
    program({
      tiers: program().tiers.map((tier) =>
        tier.key === "gold" ? { ...tier, capacity: { limit: { partners: 4 }, per: "all", ties: "noneIn" as const } } : tier,
      ),
      movement: { ...program().movement, maxStepsDown: 1, holdMargin: 5 },
    }),
    [],
  ],
];

describe("a simulation", () => {
  test("agrees with the server's run for every partner, whatever changes, and measures only what is new", async () => {
    const org = await running("agreement");
    for (const [what, document, measured] of CHANGES) {
      const { version } = await createProgramVersion(org.manager, { document });
      const { rows, decided, ground } = await inBrowser(org, version, document);
      expect(ground.measuredAnew, what).toEqual(measured);
      const kept = await simulateDraft(org.manager, { version });
      expect(kept.summary.decided.matrix, what).toEqual(decided.matrix.map((row) => [...row]));
      expect(rows, what).toEqual(await onServer(org, version));
      expect(new Set(rows.map(([, tier]) => tier)).size, what).toBeGreaterThan(1);
    }
  });

  test("of unchanged rules moves nobody, the overridden partner included", async () => {
    const org = await running("unchanged");
    const { summary } = await simulateDraft(org.manager, { version: 1 });
    expect(summary).toMatchObject({ partners: 40, decided: { promoted: 0, demoted: 0, unchanged: 40 }, qualified: { unchanged: 40 }, unscored: 0 });
    expect(summary.after).toEqual(summary.before);
  });

  test("is kept as it was, by whom and of which document, and never changes", async () => {
    const org = await running("kept");
    const { documentHash } = await createProgramVersion(org.manager, { document: CHANGES[0]?.[1] });
    const kept = await simulateDraft(org.manager, { version: 2 });
    expect(kept).toMatchObject({ documentHash, engineVersion: "2", createdBy: "The channel_manager", run: { number: 2, asOf: "2024-06-30" } });
    await expect(org.sql("update simulation set created_by = 'x' where org_id = $1", [org.orgId])).rejects.toThrow(/permission denied|never changes/);
    await expect(org.sql("delete from simulation where org_id = $1", [org.orgId])).rejects.toThrow(/what was simulated stays/);
  });

  test("is refused on a run that is not published, of another organization, and to partners", async () => {
    const org = await running("refused");
    const other = await database.organization("other", []);
    const { number } = await evaluateRun(org.manager, { asOf: "2024-07-31" });
    const count = async () => (await org.sql("select count(*)::int as n from simulation where org_id = $1", [org.orgId])).rows[0]?.n;
    await expect(simulateDraft(org.manager, { version: 1, run: number })).rejects.toMatchObject({ code: "conflict" });
    await expect(getSimulationGround(org.manager, { version: 1, run: number })).rejects.toMatchObject({ code: "conflict" });
    await expect(simulateDraft(other.manager, { version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(getSimulationGround(other.manager, { version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(getSimulationGround(org.partnerUser("P01"), { version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(simulateDraft(org.staff("finance"), { version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    expect(await count()).toBe(0);
  });
});
