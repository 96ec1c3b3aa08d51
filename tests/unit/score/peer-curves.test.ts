import { describe, expect, it, test } from "vitest";
import type { Curve } from "../../../lib/domain/define/program";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import { type PeerCurve, placeAmongPeers } from "../../../lib/domain/score/peer-curves";
import { criterion, day, metric, nodeOf, partner, program } from "./run-fixture";

const percentile: PeerCurve = { kind: "percentile", peers: "all" };
const rank: PeerCurve = { kind: "rank", peers: "all" };
const minmax: PeerCurve = { kind: "minmax", peers: "all" };
const zscore: PeerCurve = { kind: "zscore", peers: "all", zeroAt: -2, fullAt: 2 };

describe("points among peers", () => {
  test.each([
    ["percentile, half of the equals", percentile, "higher", [10, 20, 20, 40], [12.5, 50, 50, 87.5]],
    ["percentile, lower is better", percentile, "lower", [10, 20, 20, 40], [87.5, 50, 50, 12.5]],
    ["percentile alone", percentile, "higher", [7], [50]],
    ["rank, ties share the better place", rank, "higher", [40, 20, 20, 10], [100, 200 / 3, 200 / 3, 0]],
    ["rank, lower is better", rank, "lower", [40, 20, 20, 10], [0, 200 / 3, 200 / 3, 100]],
    ["rank alone", rank, "higher", [7], [100]],
    ["minmax", minmax, "higher", [10, 20, 50], [0, 25, 100]],
    ["minmax, lower is better", minmax, "lower", [10, 20, 50], [100, 75, 0]],
    ["minmax, all equal", minmax, "higher", [3, 3], [50, 50]],
    // mean 3, population deviation 1: z = -1, -1, 1, 1
    ["zscore", zscore, "higher", [2, 2, 4, 4], [25, 25, 75, 75]],
    ["zscore, falling goalposts", { ...zscore, zeroAt: 2, fullAt: -2 }, "higher", [2, 2, 4, 4], [75, 75, 25, 25]],
    ["zscore, all equal, whatever the rounding of their mean", zscore, "higher", [0.1, 0.1, 0.1], [50, 50, 50]],
    ["zscore, outside the goalposts", { ...zscore, zeroAt: -0.5, fullAt: 0.5 }, "higher", [2, 4], [0, 100]],
  ] as const)("%s", (_name, curve, betterWhen, values, points) => {
    placeAmongPeers(curve, betterWhen, values).forEach((placed, i) => {
      expect(placed).toBeCloseTo(points[i] ?? Number.NaN, 10);
    });
  });
});

describe("peer groups", () => {
  const byRegion: Curve = { kind: "rank", peers: { attribute: "region" } };
  const rules = program({ score: criterion("a", { curve: byRegion, missing: { rule: "unscored" } }) });
  const inRegion = (code: string, value: number | null, region: string | null) => partner(code, { a: value }, { attributes: { region } });
  const scores = (partners: ReturnType<typeof inRegion>[]) =>
    evaluateRun({ program: rules, asOf: day("2013-11-30"), partners }).map(({ score }) => score);

  it("compare only partners with the same attribute", () => {
    expect(scores([inRegion("p1", 1, "north"), inRegion("p2", 2, "north"), inRegion("p3", 0.5, "south")])).toEqual([0, 100, 100]);
  });

  it("leave out partners without data", () => {
    expect(scores([inRegion("p1", 1, "north"), inRegion("p2", null, "north"), inRegion("p3", 2, "north")])).toEqual([0, null, 100]);
  });

  it("have no place for a partner without the attribute: the missing rule applies, and the value is still shown", () => {
    const [decision] = evaluateRun({ program: rules, asOf: day("2013-11-30"), partners: [inRegion("p1", 1, null), inRegion("p2", 2, "north")] });
    expect(decision?.score).toBeNull();
    expect(decision && nodeOf(decision, "a")).toMatchObject({ status: "unscored", criterion: { metric: "a", value: 1, missing: "unscored" } });
  });

  it("follow the metric's direction", () => {
    const lower = program({
      metrics: [metric("a", { betterWhen: "lower" })],
      score: criterion("a", { curve: { kind: "percentile", peers: "all" } }),
    });
    const decisions = evaluateRun({ program: lower, asOf: day("2013-11-30"), partners: [partner("p1", { a: 1 }), partner("p2", { a: 2 })] });
    expect(decisions.map(({ score }) => score)).toEqual([75, 25]);
  });
});
