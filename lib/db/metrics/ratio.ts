import type { MetricSource } from "@/lib/domain/define/metric";
import type { MetricValues } from "./metric-request";

type RatioSource = Extract<MetricSource, { kind: "ratio" }>;

/**
 * Two metrics divided, partner by partner. Without data of one of them there is none of the ratio, for the same reason; on a denominator
 * of zero or less it is undefined. `facts` are those of both.
 */
export function divideMetrics({ numerator, denominator, times }: RatioSource, values: ReadonlyMap<string, MetricValues>): MetricValues {
  const above = values.get(numerator) ?? NOBODY;
  const below = values.get(denominator) ?? NOBODY;
  const partners = new Set([...above.keys(), ...below.keys()]);
  return new Map(
    [...partners].map((partner): [number, Divided] => {
      const part = above.get(partner) ?? NO_FACTS;
      const base = below.get(partner) ?? NO_FACTS;
      const facts = part.facts + base.facts;
      if (part.value === null || base.value === null) return [partner, { value: null, reason: part.reason ?? base.reason ?? "no_facts", facts }];
      return [partner, base.value <= 0 ? { value: null, reason: "undefined_base", facts } : { value: (part.value / base.value) * times, facts }];
    }),
  );
}

type Divided = MetricValues extends ReadonlyMap<number, infer Value> ? Value : never;
const NOBODY: MetricValues = new Map();
const NO_FACTS: Divided = { value: null, reason: "no_facts", facts: 0 };
