import { Program } from "@/lib/domain/define/program";
import { evaluateRun } from "@/lib/domain/evaluate-run";
import type { RunInput } from "@/lib/domain/run-input";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { compare, type Measurement } from "./measure";
import { sequence } from "./sequence";

const PARTNERS = 100_000;
const PILLARS = 3;
const CRITERIA = 12;
const PER_PILLAR = CRITERIA / PILLARS;

/** `evaluateRun` (score, tiers, movement, decisions) against a typed-array loop that computes only the composite score. */
export async function benchEvaluate(): Promise<Measurement> {
  const values = inputValues();
  const input = runInput(values);
  let decided = 0;
  let composite = 0;
  const measurement = await compare(
    "evaluateRun, 100,000 partners x 12 criteria",
    5,
    "decisions for all partners, explanations left to be read / a typed-array loop for the composite score alone",
    { runs: 9, warmUps: 5 },
    () => {
      decided = evaluateRun(input).length;
    },
    () => {
      composite = compositeOnly(values);
    },
  );
  if (decided !== PARTNERS || !(composite > 0)) throw new Error("the benchmark evaluated nothing");
  return measurement;
}

function inputValues(): Float64Array {
  const next = sequence(1);
  return Float64Array.from({ length: PARTNERS * CRITERIA }, () => next() * 100);
}

function runInput(values: Float64Array): RunInput {
  const from = null;
  return {
    program: program(),
    asOf: IsoDate.parse("2026-09-30"),
    partners: Array.from({ length: PARTNERS }, (_, partner) => ({
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

function program(): Program {
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

/** The same scores, computed as tersely as one would by hand. */
function compositeOnly(values: Float64Array): number {
  const scores = new Float64Array(PARTNERS);
  const weights = [1, 2, 3, 4];
  const weightSum = 10;
  for (let partner = 0; partner < PARTNERS; partner++) {
    let logSum = 0;
    for (let pillar = 0; pillar < PILLARS; pillar++) {
      let points = 0;
      for (let child = 0; child < PER_PILLAR; child++) {
        const value = values[partner * CRITERIA + pillar * PER_PILLAR + child] ?? 0;
        points += (weights[child] ?? 0) * Math.min(100, Math.max(0, ((value - 10) / 80) * 100));
      }
      logSum += (1 + pillar) * Math.log(points / weightSum / 100);
    }
    scores[partner] = 100 * Math.exp(logSum / 6);
  }
  return scores.reduce((sum, score) => sum + score, 0);
}
