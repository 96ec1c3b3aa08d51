import { describe, expect, test } from "vitest";
import {
  type CheckLeaf,
  type CheckNames,
  gapWords,
  haveLead,
  haveWords,
  leafWords,
  missingWords,
  nearestUnmet,
} from "@/components/score/check-words";
import type { Check } from "@/lib/domain/score/decision";

const NAMES: CheckNames = {
  nodes: { fit: "Fit" },
  metrics: { certified: { name: "Certified people", unit: "count" }, returns: { name: "Returns", unit: "percent" } },
  currency: "USD",
  scoreDecimals: 1,
};

const score: CheckLeaf = { kind: "score", subject: "score", op: ">=", verdict: "short", have: 66.4, need: 70, gap: 3.6 };
const certified: CheckLeaf = { kind: "metric", subject: "certified", op: ">=", verdict: "short", have: 1, need: 2, gap: 1 };
const returns: CheckLeaf = { kind: "metric", subject: "returns", op: "<=", verdict: "short", have: 7.5, need: 5, gap: 2.5 };
const fit: CheckLeaf = { kind: "node", subject: "fit", op: ">=", verdict: "met", have: 80, need: 60, gap: 0 };
const unknown: CheckLeaf = { kind: "metric", subject: "certified", op: ">=", verdict: "no_data", have: null, need: 2, gap: null };

const group = (kind: "all" | "any" | "atLeast", of: readonly Check[], count?: number): Check => ({
  kind,
  verdict: "short",
  of,
  ...(count !== undefined && { count }),
});

describe("one requirement", () => {
  test.each<[CheckLeaf, string, string, string | null]>([
    [score, "Score at least 70", "66.4", "3.6 points short"],
    [certified, "Certified people at least 2", "1", "1 short"],
    [returns, "Returns at most 5%", "7.5%", "2.5% too much"],
    [fit, "Fit at least 60", "80.0", null],
    [unknown, "Certified people at least 2", "no data", null],
  ])("%j says what is asked, what is there and what is missing", (check, asked, have, gap) => {
    expect([leafWords(check, NAMES), haveWords(check, NAMES), gapWords(check, NAMES)]).toEqual([asked, have, gap]);
  });

  test("points have the program's decimals, and more only where these would tell another number", () => {
    const whole: CheckLeaf = { ...score, have: 66, need: 70, gap: 4 };
    expect([haveWords(whole, NAMES), gapWords(whole, NAMES), missingWords(whole, NAMES)]).toEqual([
      "66.0",
      "4.0 points short",
      "4.0 points of score",
    ]);
    expect(gapWords({ ...whole, need: 66.25, gap: 0.25 }, NAMES)).toBe("0.25 points short");
  });

  test.each<[CheckLeaf, string, string]>([
    [score, "you have 66.4", "has 66.4"],
    [unknown, "no data", "no data"],
    [
      { kind: "attribute", subject: "partner_type", op: "in", verdict: "met", have: "Warehouse", values: ["Warehouse"] },
      "yours is Warehouse",
      "is Warehouse",
    ],
    [{ kind: "leavesAbove", subject: "fit", verdict: "short", need: 0, failing: ["fit"] }, "not above: Fit", "not above: Fit"],
  ])("%j is told to the partner and to staff as what it is", (check, toPartner, toStaff) => {
    const told = (reader: "partner" | "staff") => haveLead(check, reader) + haveWords(check, NAMES);
    expect([told("partner"), told("staff")]).toEqual([toPartner, toStaff]);
  });

  test("a strict comparison that stands at its edge is short of nothing that can be counted", () => {
    expect(gapWords({ ...score, op: ">", have: 70, gap: 0 }, NAMES)).toBe("just at the edge");
  });

  test("what is missing fits into a sentence, and a limit that is passed is named as the limit it is", () => {
    expect(missingWords(score, NAMES)).toBe("3.6 points of score");
    expect(missingWords(certified, NAMES)).toBe("1 of Certified people");
    expect(missingWords(returns, NAMES)).toBe("Returns at most 5%");
  });
});

describe("the nearest way to meet a check", () => {
  test("asks for every unmet part of an “all”", () => expect(nearestUnmet(group("all", [score, fit, certified]))).toEqual([score, certified]));
  test("asks for the part of an “any” that needs the fewest changes", () => {
    expect(nearestUnmet(group("any", [group("all", [score, certified]), returns]))).toEqual([returns]);
  });
  test("counts the parts that are met already", () => expect(nearestUnmet(group("atLeast", [fit, score, certified], 2))).toEqual([score]));
  test("asks for nothing where the check is met", () => expect(nearestUnmet({ ...group("all", [fit]), verdict: "met" })).toEqual([]));
});
