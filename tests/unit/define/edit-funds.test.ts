import { describe, expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { addBenefit } from "../../../lib/domain/define/edit-entitlements";
import { addFund, benefitsWithoutFund, editBounds, editFund, removeFund, revenueMetrics } from "../../../lib/domain/define/edit-funds";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const BEFORE = addBenefit(fullProgram(), {
  ...{ key: "coop", name: "Co-op", kind: "coOp", type: "amount", per: "year" },
  ...{ outcome: "Local advertising.", owner: "Marketing" },
});

describe("a fund", () => {
  test("pays an amount for a quarter or a year that no other fund pays", () => {
    expect(benefitsWithoutFund(BEFORE).map(({ key }) => key)).toEqual(["coop"]);
    expect(benefitsWithoutFund(addFund(BEFORE, "coop"))).toEqual([]);
    const perActivity = addBenefit(fullProgram(), {
      ...{ key: "events", name: "Events", kind: "other", type: "amount", per: "activity" },
      ...{ outcome: "Full rooms.", owner: "Marketing" },
    });
    expect(benefitsWithoutFund(perActivity)).toEqual([]);
  });

  test("begins with the first money metric, and without bounds", () => {
    const edited = addFund(BEFORE, "coop");
    expect(edited.funds?.at(-1)).toEqual({ benefit: "coop", revenue: "revenue", bounds: {} });
    expect(Program.parse(edited)).toEqual(edited);
  });

  test("is not added while no metric is money", () => {
    const poor = { ...BEFORE, metrics: BEFORE.metrics.filter(({ unit }) => unit !== "money") };
    expect(revenueMetrics(poor)).toEqual([]);
    expect(addFund(poor, "coop")).toBe(poor);
  });

  test("is changed and removed by its place; without any the program has none", () => {
    const edited = editFund(addFund(BEFORE, "coop"), 1, { revenue: "open_pipeline" });
    expect(edited.funds?.map(({ revenue }) => revenue)).toEqual(["revenue", "open_pipeline"]);
    expect(removeFund(edited, 0).funds?.map(({ benefit }) => benefit)).toEqual(["coop"]);
    expect(removeFund(BEFORE, 0)).not.toHaveProperty("funds");
  });
});

test("bounds are to the cent, and a tier with neither floor nor cap is not named", () => {
  const edited = editBounds(BEFORE, 0, "gold", { floor: 12_000.05, cap: null });
  expect(edited.funds?.[0]?.bounds).toMatchObject({ gold: { floor: 12_000.05, cap: null }, silver: BEFORE.funds?.[0]?.bounds.silver });
  expect(checkProgram(edited)).toEqual([]);
  expect(editBounds(edited, 0, "gold", { floor: null, cap: null }).funds?.[0]?.bounds).not.toHaveProperty("gold");
});
