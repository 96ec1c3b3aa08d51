import type { Condition, Program } from "@/lib/domain/define/program";

/** What a new condition begins as: on the score, or in a gate, which cannot look at the score, on the first metric. */
export function newCondition({ metrics }: Pick<Program, "metrics">, isGate: boolean): Condition {
  const metric = metrics[0];
  return isGate && metric !== undefined
    ? { kind: "metric", metric: metric.key, op: metric.betterWhen === "higher" ? ">=" : "<=", value: 0 }
    : { kind: "score", atLeast: 50 };
}
