import { evaluateRun } from "@/lib/domain/evaluate-run";
import { compare, type Measurement } from "./measure";
import { CRITERIA, PER_PILLAR, PILLARS, syntheticRun, syntheticValues } from "./synthetic-run";

const PARTNERS = 100_000;

/** `evaluateRun` (score, tiers, movement, decisions) against a typed-array loop that computes only the composite score. */
export async function benchEvaluate(): Promise<Measurement> {
  const values = syntheticValues(PARTNERS);
  const input = syntheticRun(values);
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
