import { expect, test } from "vitest";
import { curveWords } from "@/components/define/curve-words";
import type { MetricUnit } from "@/lib/domain/define/metric";
import type { Curve } from "@/lib/domain/define/program";

test.each<[Curve, MetricUnit, string]>([
  [{ kind: "linear", zeroAt: 97.25, fullAt: 99.5 }, "percent", "0 points at 97.25%, 100 at 99.5%, a straight line between."],
  [{ kind: "log", zeroAt: 0.5, fullAt: 1_000_000 }, "money", "0 points at $0.50, 100 at $1,000,000; each doubling brings the same points."],
  [
    {
      kind: "points",
      points: [
        { value: 1, points: 1 },
        { value: 45.5, points: 30 },
      ],
    },
    "days",
    "1 point at 1 day, 30 points at 45.5 days, straight lines between.",
  ],
  [
    {
      kind: "steps",
      below: 1,
      steps: [
        { from: 6, points: 40 },
        { from: 12, points: 62.5 },
      ],
    },
    "count",
    "1 point, 40 from 6, 62.5 from 12.",
  ],
  [{ kind: "perUnit", points: 1, cap: 15 }, "count", "1 point for each, at most 15."],
  [{ kind: "perUnit", points: 0.00005, cap: 60 }, "money", "0.00005 points for each, at most 60."],
  [{ kind: "percentile", peers: { attribute: "partner_type" } }, "money", "The percentile among partners with the same partner type."],
  [{ kind: "rank", peers: "all" }, "money", "By rank among all partners: 100 for the first, 0 for the last."],
  [
    { kind: "zscore", peers: "all", zeroAt: -1.5, fullAt: 2 },
    "money",
    "By distance from the average of all partners: 0 points at −1.5 standard deviations, 100 at 2.",
  ],
  [{ kind: "minmax", peers: "all" }, "days", "0 points for the worst of all partners, 100 for the best, a straight line between."],
])("%j of %s reads as “%s”", (curve, unit, words) => expect(curveWords(curve, unit, "USD")).toBe(words));
