import { describe, expect, test } from "vitest";
import type { MetricDefinition } from "@/lib/domain/define/metric";
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
const codes = (prefix: string) => Array.from({ length: 5 }, (_, i) => `${prefix}${i + 1}`);
const measured = (partners: readonly string[], values: Measured) => Object.fromEntries(partners.map((code) => [code, values]));

const REVENUE: MetricDefinition = {
  ...{ key: "revenue", name: "POS revenue", unit: "money", betterWhen: "higher" },
  source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 12 } },
};
const BASE = { outcome: "Growth", owner: "Finance" };

/** It grants money: 1,000 a quarter to silver and 3,000 to gold, which gets 2 % of its revenue too. */
function granting(changes: Partial<Program> = {}): Program {
  return program({
    metrics: [...program().metrics, REVENUE],
    entitlements: {
      benefits: [
        { key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", ...BASE },
        { key: "rebate", name: "Rebate", kind: "rebate", type: "rate", ...BASE },
      ],
      grants: { registered: { mdf: null, rebate: null }, silver: { mdf: 1000, rebate: null }, gold: { mdf: 3000, rebate: 200 } },
    },
    ...changes,
  });
}

async function sell(org: ScoreOrganization, date: string, amounts: Readonly<Record<string, number>>, publishedAt?: string): Promise<void> {
  const pos = Object.entries(amounts).map(([partner, amount]) => ({
    ...{ partner, sku: "bike", region: "north", date, units: 1, netE4: amount * 10_000, currency: "USD" },
  }));
  await org.facts.batch({ pos, ...(publishedAt !== undefined && { publishedAt }) });
}

/** Five partners in gold and five in silver since 2024-03-15, and a published run as of 2024-06-30. What they sold in the second quarter of 2023: 100 each. */
async function selling(name: string, secondQuarter: Readonly<Record<string, number>>): Promise<ScoreOrganization> {
  const partners = [...codes("G"), ...codes("S")];
  const org = await database.organization(
    name,
    partners.map((code) => ({ code })),
  );
  await org.facts.product("bike", "bikes", "bikes");
  await org.publishProgram(granting());
  await org.observe("2024-03-15", { ...measured(codes("G"), GOLD), ...measured(codes("S"), SILVER) });
  await sell(org, "2023-05-10", Object.fromEntries(partners.map((code) => [code, 100])));
  await sell(org, "2024-05-10", secondQuarter, "2024-08-01T00:00:00Z");
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  await publishRun(org.manager, { run: 1 });
  return org;
}

describe("what followed", () => {
  test("is the median change of each tier's revenue in the next quarter, those that sold nothing any more included, as known today", async () => {
    const org = await selling("followed", { G1: 110, G2: 120, G3: 130, G4: 140, G5: 150, S1: 100, S2: 90, S4: 120, S5: 80 });
    const { results, summary } = await backTested(org, 2);
    // Silver: ±0, −10 %, −100 %, +20 %, −20 %. All ten: four below 10 %, then 10 %, 20 %, and four above.
    const expected = {
      tiers: [
        { partners: 0, medianChange: null },
        { partners: 5, medianChange: expect.closeTo(-0.1, 12) },
        { partners: 5, medianChange: expect.closeTo(0.3, 12) },
      ],
      all: { partners: 10, medianChange: expect.closeTo(0.15, 12) },
    };
    expect(results.map(({ followed }) => followed)).toEqual([expected, null]); // the quarter after the last is not over
    expect(summary?.followed).toEqual(expected);
    const nobody = { partners: 0, medianChange: null };
    expect(summary?.followedByMove).toEqual({ risen: nobody, fallen: nobody, stayed: nobody }); // of the second quarter nothing is known yet
    // A quarter earlier they were nowhere: all ten rise.
    const moved = (await backTested(org, 3)).summary?.followedByMove;
    expect(moved).toEqual({ risen: expected.all, fallen: nobody, stayed: nobody });
    expect((await backTested(org, 1)).summary?.followedByMove).toBeNull();
  });

  test("is not said of a quarter in which nobody has a sale, nor of a program that measures none", async () => {
    const org = await selling("nobody sold", {});
    const nothing = { partners: 0, medianChange: null };
    expect((await backTested(org, 2)).results[0]?.followed).toEqual({ tiers: [nothing, nothing, nothing], all: nothing });
    await createProgramVersion(org.manager, { document: program() });
    const { results, summary } = await backTested(org, 2, 2);
    expect([results[0]?.followed, summary?.followed, summary?.followedByMove]).toEqual([null, null, null]);
  });
});

describe("money", () => {
  test("is what the rules would take in a year, beside what the run of the day takes", async () => {
    const org = await selling("money", { G1: 110 });
    const tiers = program().tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score", atLeast: 90 } as const } : tier));
    await createProgramVersion(org.manager, { document: granting({ tiers }) });
    const { results, currency } = await backTested(org, 2, 2);
    expect(currency).toBe("USD");
    expect(results.map(({ costs }) => costs)).toEqual([
      [
        { benefit: "mdf", name: "MDF", per: "year", before: null, after: 10 * 1000 * 4 * 100 },
        { benefit: "rebate", name: "Rebate", per: "year", before: null, after: 0 },
      ],
      [
        { benefit: "mdf", name: "MDF", per: "year", before: (5 * 3000 + 5 * 1000) * 4 * 100, after: 10 * 1000 * 4 * 100 },
        { benefit: "rebate", name: "Rebate", per: "year", before: 220, after: 0 }, // 2 % of the 110 of the last twelve months
      ],
    ]);
  });
});
