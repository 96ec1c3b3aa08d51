import { Program } from "@/lib/domain/define/program";
import type { RunInput } from "@/lib/domain/run-input";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { sequence } from "./sequence";

/** The metrics of a made-up run: as many in each pillar of its score. */
export const PILLARS = 3;
export const CRITERIA = 12;
export const PER_PILLAR = CRITERIA / PILLARS;

/** What so many partners measure, from 0 to 100, all metrics of one partner after those of another. */
export function syntheticValues(partners: number): Float64Array {
  const next = sequence(1);
  return Float64Array.from({ length: partners * CRITERIA }, () => next() * 100);
}

export function syntheticRun(values: Float64Array): RunInput {
  const from = null;
  return {
    program: syntheticProgram(),
    asOf: IsoDate.parse("2026-09-30"),
    partners: Array.from({ length: values.length / CRITERIA }, (_, partner) => ({
      partner: `P${String(partner).padStart(6, "0")}`,
      attributes: {},
      enrolledOn: null,
      metrics: Object.fromEntries(
        Array.from({ length: CRITERIA }, (_, metric) => [
          `m${metric}`,
          { value: values[partner * CRITERIA + metric] ?? 0, facts: 1, from, until: from },
        ]),
      ),
      previous: null,
      override: null,
      latestFactOn: null,
      unmatchedBps: 0,
    })),
  };
}

/** Three pillars of four criteria each, multiplied, and four tiers. */
export function syntheticProgram(): Program {
  const criterion = (index: number) => ({
    kind: "criterion",
    key: `c${index}`,
    name: `C${index}`,
    weight: 1 + (index % PER_PILLAR),
    metric: `m${index}`,
    curve: { kind: "linear", zeroAt: 10, fullAt: 90 },
    missing: { rule: "zero" },
  });
  const pillar = (index: number) => ({
    kind: "group",
    key: `p${index}`,
    name: `P${index}`,
    weight: 1 + index,
    combine: "arithmetic",
    children: Array.from({ length: PER_PILLAR }, (_, child) => criterion(index * PER_PILLAR + child)),
  });
  return Program.parse({
    format: "tierline.program/1",
    name: "Benchmark",
    currency: "USD",
    fiscalCalendar: { kind: "months", startMonth: 1 },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: Array.from({ length: CRITERIA }, (_, index) => ({
      key: `m${index}`,
      name: `M${index}`,
      unit: "number",
      betterWhen: "higher",
      source: { kind: "observation", metric: `m${index}`, aggregate: "latest", window: { kind: "lifetime" } },
    })),
    score: { kind: "group", key: "score", name: "Score", weight: 1, combine: "geometric", children: [0, 1, 2].map(pillar) },
    tiers: [
      { key: "registered", name: "Registered", requires: null },
      { key: "silver", name: "Silver", requires: { kind: "score", atLeast: 40 } },
      {
        key: "gold",
        name: "Gold",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 55 },
            { kind: "metric", metric: "m0", op: ">=", value: 50 },
          ],
        },
      },
      {
        key: "elite",
        name: "Elite",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 65 },
            { kind: "node", node: "p2", atLeast: 60 },
          ],
        },
      },
    ],
    qualification: "highestMet",
    movement: { promoteAt: "everyRun", demoteAt: "everyRun", graceReviews: 1, maxStepsUp: null, maxStepsDown: 1, holdMargin: 2, newPartners: null },
  });
}
