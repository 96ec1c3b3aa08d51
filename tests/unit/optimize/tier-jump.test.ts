import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { tierJump } from "../../../lib/domain/optimize/tier-jump";
import { program } from "../score/run-fixture";

const BASE = { outcome: "Growth", owner: "Finance" };
const entitled = (overrides: Partial<Program> = {}): Program =>
  program({
    entitlements: {
      benefits: [
        { key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", ...BASE },
        { key: "visit", name: "Visit", kind: "coMarketing", type: "amount", per: "activity", ...BASE },
        { key: "rebate", name: "Rebate", kind: "rebate", type: "rate", ...BASE },
        { key: "desk", name: "Desk", kind: "conciergeSupport", type: "included", ...BASE },
        { key: "answer", name: "Answer", kind: "dealRegistration", type: "time", unit: "hours", ...BASE },
      ],
      grants: {
        bronze: { mdf: null, visit: null, rebate: null, desk: null, answer: 48 },
        silver: { mdf: 1000, visit: 10, rebate: 150, desk: null, answer: 24 },
        gold: { mdf: 2500, visit: 10, rebate: 300, desk: true, answer: 24 },
      },
    },
    ...overrides,
  });

describe("the jump between two tiers", () => {
  it("is what the upper one has more in a year, amounts and rates, with names for what has no value", () => {
    expect(tierJump(entitled(), 1, 100_000)).toEqual({
      value: 550_000,
      parts: [
        { benefit: "mdf", name: "MDF", value: 400_000 },
        { benefit: "rebate", name: "Rebate", value: 150_000 },
      ],
      uncounted: ["Visit", "Answer"],
    });
    expect(tierJump(entitled(), 2, 100_000)).toMatchObject({ value: 750_000, uncounted: ["Desk"] });
  });

  it("leaves rates out where no revenue is known, and says so", () => {
    expect(tierJump(entitled(), 2, null)).toMatchObject({ value: 600_000, uncounted: ["Rebate", "Desk"] });
  });

  it("counts of a fund what it pays at the least: the grant within floor and cap", () => {
    const bounds = { silver: { floor: 1500, cap: null }, gold: { floor: null, cap: 2000 } };
    const funded = entitled({ funds: [{ benefit: "mdf", revenue: "a", bounds }] });
    expect(tierJump(funded, 1, null).parts).toEqual([{ benefit: "mdf", name: "MDF", value: 600_000 }]);
    expect(tierJump(funded, 2, null).parts).toEqual([{ benefit: "mdf", name: "MDF", value: 200_000 }]);
  });

  it("is negative where the upper tier has less, and nothing where nothing is granted", () => {
    const { entitlements } = entitled();
    if (entitlements === undefined) throw new Error("the fixture grants something");
    const grants = { ...entitlements.grants, gold: { ...entitlements.grants.gold, mdf: 500 } };
    expect(tierJump(entitled({ entitlements: { ...entitlements, grants } }), 2, null).value).toBe(-200_000);
    expect(tierJump(program(), 1, 100_000)).toEqual({ value: 0, parts: [], uncounted: [] });
  });
});
