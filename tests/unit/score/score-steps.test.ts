import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreSteps } from "@/components/score/score-steps";
import { Program } from "@/lib/domain/define/program";
import { evaluateRun } from "@/lib/domain/evaluate-run";
import { IsoDate } from "@/lib/domain/shared/iso-date";

const EXAMPLE = Program.parse(JSON.parse(readFileSync(new URL("../../../docs/examples/program.json", import.meta.url), "utf8")));
const asOf = IsoDate.parse("2013-11-30");

type Combine = "arithmetic" | "geometric" | "min";

/** The steps of one partner's score under the example program with another way to combine its parts. */
function stepsOf(combine: Combine, values: readonly number[]) {
  if (EXAMPLE.score.kind !== "group") throw new Error("the example scores by a group");
  const program: Program = { ...EXAMPLE, score: { ...EXAMPLE.score, combine } };
  const metrics = Object.fromEntries(program.metrics.map(({ key }, i) => [key, { value: values[i] ?? null, facts: 1, from: null, until: null }]));
  const partner = { partner: "P1", attributes: {}, enrolledOn: null, metrics, previous: null, override: null, latestFactOn: asOf, unmatchedBps: 0 };
  const [decision] = evaluateRun({ program, asOf, partners: [partner] });
  if (decision === undefined) throw new Error("one partner gives one decision");
  const nodes = decision.nodes.map((node) => ({ ...node, name: node.key, depth: 0, weight: 1 }));
  const steps = scoreSteps({
    score: decision.score,
    program: { key: "main", name: program.name, version: 1, currency: "USD", rootCombine: combine, scoreDecimals: program.scoreDecimals },
    nodes,
  });
  return { score: decision.score ?? 0, steps };
}

const values = fc.array(fc.double({ min: 0, max: 1_000_000, noNaN: true }), { minLength: 7, maxLength: 7 });

test.each<Combine>(["arithmetic", "geometric"])(
  "the stairs of an %s score end at the score, each beginning where the one before ended",
  (combine) => {
    fc.assert(
      fc.property(values, (it) => {
        const { score, steps } = stepsOf(combine, it);
        const stairs = steps?.steps.slice(0, -1) ?? [];
        const ends = stairs.map(({ from, to, look }) => (look === "loss" ? from : to));
        const starts = stairs.map(({ from, to, look }) => (look === "loss" ? to : from));
        for (const [i, start] of starts.slice(1).entries()) expect(start).toBeCloseTo(ends[i] ?? Number.NaN, 9);
        expect(Math.abs((ends.at(-1) ?? 0) - score)).toBeLessThanOrEqual(0.0500001);
        expect(steps?.steps.at(-1)).toMatchObject({ label: "Score", from: 0, to: score });
      }),
      { numRuns: 50 },
    );
  },
);

test("a score that is the lowest of its parts shows the parts side by side", () => {
  const { steps } = stepsOf("min", [500_000, 10, 10, 2, 50_000, 3, 95]);
  expect(steps?.steps.every(({ from }) => from === 0)).toBe(true);
});

test("there are no stairs without a score", () => {
  expect(
    scoreSteps({
      score: null,
      program: { key: "main", name: "x", version: 1, currency: "USD", rootCombine: "geometric", scoreDecimals: 1 },
      nodes: [],
    }),
  ).toBeNull();
});
