import { describe, expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import type { FundRule } from "../../../lib/domain/define/fund";
import type { Program } from "../../../lib/domain/define/program";

const MDF: FundRule = { benefit: "mdf", revenue: "revenue", bounds: {} };
const funded = (...funds: FundRule[]): Program => ({ ...defaultProgram("USD"), funds });
const error = (path: string, code: string, detail: object = {}) => ({ path, severity: "error", code, ...detail });
const warning = (path: string, code: string, detail: object = {}) => ({ path, severity: "warning", code, ...detail });

describe("a fund that is wrong", () => {
  test.each<[string, Program, unknown]>([
    [
      "names a benefit that is not in the catalogue",
      funded({ ...MDF, benefit: "coop" }),
      error("funds.coop", "unknown_benefit", { benefit: "coop" }),
    ],
    ["is there twice", funded(MDF, MDF), error("funds.mdf", "duplicate_key", { what: "fund", key: "mdf" })],
    ["pays what is no amount", funded({ ...MDF, benefit: "rebate" }), error("funds.rebate", "benefit_without_period", { benefit: "rebate" })],
    ["counts a metric that does not exist", funded({ ...MDF, revenue: "luck" }), error("funds.mdf.revenue", "unknown_metric", { metric: "luck" })],
    [
      "counts what is not money",
      funded({ ...MDF, revenue: "growth" }),
      error("funds.mdf.revenue", "unit_mismatch", { metric: "growth", unit: "percent", expected: "money" }),
    ],
    [
      "bounds a tier that does not exist",
      funded({ ...MDF, bounds: { platinum: { floor: 1, cap: null } } }),
      error("funds.mdf.bounds.platinum", "unknown_tier", { tier: "platinum" }),
    ],
    [
      "has a floor above its cap",
      funded({ ...MDF, bounds: { gold: { floor: 30_000, cap: 20_000 } } }),
      error("funds.mdf.bounds.gold", "limits_reversed", { least: 30_000, most: 20_000 }),
    ],
    [
      "has a cap finer than a cent",
      funded({ ...MDF, bounds: { gold: { floor: null, cap: 20_000.005 } } }),
      error("funds.mdf.bounds.gold", "grant_too_fine", { grant: 20_000.005, decimals: 2 }),
    ],
    [
      "caps a tier below what it is granted: its author should mean it",
      funded({ ...MDF, bounds: { gold: { floor: null, cap: 9_000 } } }),
      warning("funds.mdf.bounds.gold", "cap_below_grant", { cap: 9_000, grant: 10_000 }),
    ],
    [
      "bounds a tier that takes no part",
      funded({ ...MDF, bounds: { registered: { floor: null, cap: 9_000 } } }),
      warning("funds.mdf.bounds.registered", "bounds_without_grant", { tier: "registered" }),
    ],
  ])("%s", (_, program, issue) => {
    expect(checkProgram(program)).toContainEqual(issue);
  });

  test("pays a benefit that nobody is granted, or for each activity", () => {
    const plain = defaultProgram("USD");
    const benefits = (plain.entitlements?.benefits ?? []).map((benefit) =>
      benefit.key === "mdf" ? { ...benefit, type: "amount" as const, per: "activity" as const, limits: undefined } : benefit,
    );
    const grants = Object.fromEntries(Object.entries(plain.entitlements?.grants ?? {}).map(([tier, row]) => [tier, { ...row, mdf: null }]));
    expect(checkProgram({ ...plain, funds: [MDF], entitlements: { benefits: plain.entitlements?.benefits ?? [], grants } })).toContainEqual(
      error("funds.mdf", "fund_for_nobody", { benefit: "mdf" }),
    );
    expect(checkProgram({ ...plain, funds: [MDF], entitlements: { benefits, grants: plain.entitlements?.grants ?? {} } })).toContainEqual(
      error("funds.mdf", "benefit_without_period", { benefit: "mdf" }),
    );
    const { entitlements: _, ...without } = plain;
    expect(checkProgram({ ...without, funds: [MDF] })).toContainEqual(error("funds.mdf", "unknown_benefit", { benefit: "mdf" }));
  });
});

test("the default program's fund has nothing wrong with it", () => {
  expect(checkProgram(defaultProgram("USD"))).toEqual([]);
  expect(checkProgram(defaultProgram("JPY"))).toEqual([]);
});
