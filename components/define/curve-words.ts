import { formatStatedValue } from "@/components/format/metric-value";
import { formatStated } from "@/components/format/number";
import type { MetricUnit } from "@/lib/domain/define/metric";
import type { PeerGroup } from "@/lib/domain/define/peer-group";
import type { Curve, MissingRule } from "@/lib/domain/define/program";

/** How a value becomes points, in one sentence. */
export function curveWords(curve: Curve, unit: MetricUnit, currency: string): string {
  const value = (amount: number) => formatStatedValue(amount, unit, currency);
  switch (curve.kind) {
    case "linear":
      return `0 points at ${value(curve.zeroAt)}, 100 at ${value(curve.fullAt)}, a straight line between.`;
    case "log":
      return `0 points at ${value(curve.zeroAt)}, 100 at ${value(curve.fullAt)}; each doubling brings the same points.`;
    case "points":
      return `${curve.points.map((point) => `${pointWords(point.points)} at ${value(point.value)}`).join(", ")}, straight lines between.`;
    case "steps":
      return `${pointWords(curve.below)}, ${curve.steps.map((step) => `${formatStated(step.points)} from ${value(step.from)}`).join(", ")}.`;
    case "perUnit":
      return `${pointWords(curve.points)} for each, at most ${formatStated(curve.cap)}.`;
    case "percentile":
      return `The percentile among ${peerWords(curve.peers)}.`;
    case "rank":
      return `By rank among ${peerWords(curve.peers)}: 100 for the first, 0 for the last.`;
    case "zscore":
      return `By distance from the average of ${peerWords(curve.peers)}: 0 points at ${formatStated(curve.zeroAt)} standard deviations, 100 at ${formatStated(curve.fullAt)}.`;
    case "minmax":
      return `0 points for the worst of ${peerWords(curve.peers)}, 100 for the best, a straight line between.`;
  }
}

function pointWords(points: number): string {
  return `${formatStated(points)} ${points === 1 ? "point" : "points"}`;
}

function peerWords(peers: PeerGroup): string {
  return peers === "all" ? "all partners" : `partners with the same ${peers.attribute.replaceAll("_", " ")}`;
}

export function missingRuleWords(missing: MissingRule): string {
  return `Without data: ${withoutDataWords(missing)}.`;
}

/** What a criterion does without data, as the end of a sentence. */
export function withoutDataWords(missing: MissingRule): string {
  switch (missing.rule) {
    case "zero":
      return "0 points";
    case "reweight":
      return "left out, the others share its weight";
    case "value":
      return pointWords(missing.points);
    case "unscored":
      return "the partner is not scored";
  }
}
