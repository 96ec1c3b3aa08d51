import { expect, test } from "vitest";
import { conditionWords, type ProgramNames } from "@/components/define/condition-words";
import type { Condition } from "@/lib/domain/define/program";

const NAMES: ProgramNames = {
  nodes: { fit: "Fit" },
  metrics: { revenue: { name: "Revenue, last 12 months", unit: "money" }, certified: { name: "Certified people", unit: "count" } },
  currency: "USD",
};

const score: Condition = { kind: "score", atLeast: 70 };
const certified: Condition = { kind: "metric", metric: "certified", op: ">=", value: 2 };
const fit: Condition = { kind: "node", node: "fit", atLeast: 60 };

test.each<[Condition, string]>([
  [score, "score at least 70"],
  [{ kind: "metric", metric: "revenue", op: "<", value: 250_000 }, "“Revenue, last 12 months” less than $250,000"],
  [{ kind: "all", of: [score, { kind: "any", of: [certified, fit] }] }, "score at least 70, and (Certified people at least 2, or Fit at least 60)"],
  [{ kind: "all", of: [{ kind: "any", of: [score] }, fit] }, "score at least 70, and Fit at least 60"],
  [
    { kind: "atLeast", count: 2, of: [score, certified, fit] },
    "at least 2 of these: score at least 70; Certified people at least 2; Fit at least 60",
  ],
  [{ kind: "not", condition: fit }, "not (Fit at least 60)"],
  [{ kind: "leavesAbove", node: "fit", above: 0 }, "every criterion of Fit above 0 points"],
  [{ kind: "attribute", attribute: "partner_type", op: "notIn", values: ["Warehouse", "Retail"] }, "partner type is not Warehouse or Retail"],
  [{ kind: "metric", metric: "unknown", op: "=", value: 1 }, "unknown exactly 1"],
  [{ kind: "score", atLeast: 70.125 }, "score at least 70.125"],
  [{ kind: "metric", metric: "revenue", op: ">", value: 249_999.5 }, "“Revenue, last 12 months” more than $249,999.50"],
  [{ kind: "leavesAbove", node: "fit", above: 1 }, "every criterion of Fit above 1 point"],
])("%j reads as “%s”", (condition, words) => expect(conditionWords(condition, NAMES)).toBe(words));
