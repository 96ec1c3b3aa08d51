import type { Combine, Criterion, Curve, Group, MissingRule, ScoreNode } from "../program";

/** A criterion, 0 points without data unless it says otherwise. */
export function criterion(
  key: string,
  name: string,
  {
    weight = 1,
    metric,
    curve,
    missing = "zero",
  }: {
    readonly weight?: number;
    readonly metric: string;
    readonly curve: Curve;
    readonly missing?: Exclude<MissingRule["rule"], "value">;
  },
): Criterion {
  return { kind: "criterion", key, name, weight, metric, curve, missing: { rule: missing } };
}

type GroupRule = { readonly weight?: number; readonly combine: Combine } & Pick<Group, "cap" | "gate">;

export function group(key: string, name: string, { weight = 1, ...rule }: GroupRule, children: readonly ScoreNode[]): Group {
  return { kind: "group", key, name, weight, ...rule, children };
}
