import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { moneyAtStake } from "../../../lib/domain/optimize/money-at-stake";
import { revenueMetric } from "../../../lib/domain/optimize/revenue-metric";
import { metric, program } from "../score/run-fixture";

const places = Uint8Array.of(0, 1, 1, 2);

const BASE = { outcome: "Growth", owner: "Finance" };
const entitled = (currency = "USD"): Program =>
  program({
    currency,
    entitlements: {
      benefits: [
        { key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", ...BASE },
        { key: "visit", name: "Visit", kind: "coMarketing", type: "amount", per: "activity", ...BASE },
        { key: "rebate", name: "Rebate", kind: "rebate", type: "rate", ...BASE },
        { key: "desk", name: "Desk", kind: "conciergeSupport", type: "included", ...BASE },
      ],
      grants: {
        bronze: {},
        silver: { mdf: 1000, visit: 10, rebate: 150 },
        gold: { mdf: 2500, visit: 20, rebate: 300, desk: true },
      },
    },
  });

describe("what the benefits of a program take in a year", () => {
  it("is amounts times partners and times in a year, and rates of each partner's revenue", () => {
    const revenue = { column: Float64Array.of(1_000_000, 20_000.01, Number.NaN, 100_000), timesAYear: 1 };
    expect(moneyAtStake(entitled(), places, revenue)).toEqual([
      // 2 × 1,000 × 4 + 2,500 × 4
      { benefit: "mdf", name: "MDF", per: "year", cost: 1_800_000 },
      { benefit: "visit", name: "Visit", per: "activity", cost: 4_000 },
      // 1.5% of 20,000.01 is 300.00; 3% of 100,000 is 3,000; nothing of nothing known.
      { benefit: "rebate", name: "Rebate", per: "year", cost: 330_000 },
    ]);
  });

  it("counts a quarter of revenue four times, and is in the minor units of its currency", () => {
    const revenue = { column: Float64Array.of(0, 0, 0, 25_000), timesAYear: 4 };
    expect(moneyAtStake(entitled("JPY"), places, revenue).map(({ cost }) => cost)).toEqual([18_000, 40, 3_000]);
  });

  it("takes nothing of those who sold less than nothing, and leaves rates out where no revenue is measured", () => {
    expect(moneyAtStake(entitled(), places, { column: Float64Array.of(-5, -5, -5, -5), timesAYear: 1 })[2]).toMatchObject({ cost: 0 });
    expect(moneyAtStake(entitled(), places, null).map(({ benefit }) => benefit)).toEqual(["mdf", "visit"]);
    expect(moneyAtStake(program(), places, null)).toEqual([]);
  });
});

describe("the metric that stands for revenue", () => {
  const pos = (key: string, months: number, rest = {}) =>
    metric(key, { unit: "money", source: { kind: "posRevenue", window: { kind: "trailingMonths", months }, ...rest } });

  it("is what the fund counts, or the first POS revenue that is not narrowed, made a year's", () => {
    const metrics = [pos("bikes", 12, { filter: { categories: ["bikes"] } }), pos("quarter", 3), pos("year", 12)];
    expect(revenueMetric({ metrics })).toEqual({ key: "quarter", timesAYear: 4 });
    expect(revenueMetric({ metrics, funds: [{ benefit: "mdf", revenue: "year", bounds: {} }] })).toEqual({ key: "year", timesAYear: 1 });
    expect(revenueMetric({ metrics: [metric("a")] })).toBeNull();
  });
});
