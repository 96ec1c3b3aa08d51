import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../lib/domain/run-input";
import type { Decision, NodeResult } from "../../../lib/domain/score/decision";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { roundHalfAway } from "../../../lib/domain/shared/round";
import { anyPartners, anyProgram } from "./any-program";
import { day } from "./run-fixture";

/** Generous: a busy machine must not fail a property that holds. */
const PATIENCE = { timeout: 60_000 };

const evaluate = (program: Program, partners: readonly PartnerInput[]) => evaluateRun({ program, asOf: day("2013-11-30"), partners });
const eachDecision = (program: Program, partners: readonly PartnerInput[], check: (decision: Decision) => void) => {
  for (const decision of evaluate(program, partners)) check(decision.toJSON());
};
const childrenOf = (decision: Decision, parent: NodeResult) => decision.nodes.filter((node) => node.parent === parent.key);
/** Contributions as whole grains, where adding is exact. */
const grains = (contribution: number | null, { scoreDecimals }: Program) => Math.round((contribution ?? Number.NaN) * 10 ** scoreDecimals);

describe("whatever the program and the data", () => {
  it("everybody gets a decision that makes sense and can be written down", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyPartners, (program, partners) => {
        const decisions = evaluate(program, partners);
        const tiers = program.tiers.map(({ key }) => key);
        expect(decisions.map(({ partner }) => partner)).toEqual(partners.map(({ partner }) => partner).sort());
        for (const decision of decisions) {
          expect(JSON.parse(canonicalJson(decision))).toBeTypeOf("object");
          expect(tiers).toContain(decision.decided);
          expect(tiers).toContain(decision.qualified);
          expect(decision.state.tier).toBe(decision.decided);
          expect(decision.score === null).toBe(decision.rank === null);
          if (decision.score === null) continue;
          expect(decision.score).toBe(roundHalfAway(decision.score, program.scoreDecimals));
          expect(decision.score).toBeGreaterThanOrEqual(0);
          expect(decision.score).toBeLessThanOrEqual(100);
          expect(decision.rank).toBe(1 + decisions.filter(({ score }) => score !== null && score > (decision.score ?? 0)).length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the order of the input changes nothing", PATIENCE, () => {
    const shuffled = anyPartners.chain((partners) => fc.tuple(fc.constant(partners), fc.shuffledSubarray(partners, { minLength: partners.length })));
    fc.assert(
      fc.property(anyProgram(), shuffled, (program, [partners, others]) => {
        expect(canonicalJson(evaluate(program, others))).toBe(canonicalJson(evaluate(program, partners)));
      }),
    );
  });
});

describe("contributions", () => {
  it("of the children of every adding group add up to the group's, exactly", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyPartners, (program, partners) => {
        eachDecision(program, partners, (decision) => {
          expect(decision.nodes[0]?.contribution ?? null).toBe(decision.score);
          for (const node of decision.nodes) {
            const children = childrenOf(decision, node);
            if (node.contribution === null || children.some(({ contribution }) => contribution === null)) continue;
            if (node.combine === undefined) continue;
            expect(children.reduce((sum, { contribution }) => sum + grains(contribution, program), 0)).toBe(grains(node.contribution, program));
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it("of the leaves of an all-arithmetic tree add up to the rounded score", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram({ combines: ["arithmetic"], gates: false }), anyPartners, (program, partners) => {
        eachDecision(program, partners, (decision) => {
          if (decision.score === null) return;
          const leaves = decision.nodes.filter(({ criterion }) => criterion !== undefined);
          expect(leaves.every(({ contribution }) => contribution !== null)).toBe(true);
          expect(leaves.reduce((sum, { contribution }) => sum + grains(contribution, program), 0)).toBe(grains(decision.score, program));
        });
      }),
      { numRuns: 100 },
    );
  });

  it("in logarithms add up to their geometric parent's", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram({ combines: ["geometric", "arithmetic"], gates: false }), anyPartners, (program, partners) => {
        eachDecision(program, partners, (decision) => {
          for (const node of decision.nodes.filter(({ combine, points }) => combine === "geometric" && points !== null && points > 0)) {
            const logs = childrenOf(decision, node).flatMap(({ logContribution }) => logContribution ?? []);
            expect(logs.reduce((sum, log) => sum + log, 0)).toBeCloseTo(Math.log((node.points ?? 0) / 100), 9);
          }
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("better data", () => {
  it("never lowers a score: a metric that is better when higher rises, one that is better when lower falls", PATIENCE, () => {
    fc.assert(
      fc.property(
        // A gate may close on better data by its author's wish; a zscore is exact only to rounding; a better reading may reach a higher tier with a lower score.
        anyProgram({ gates: false, zscore: false, readings: false }),
        anyPartners.filter((partners) => partners.length > 0),
        fc.nat(),
        fc.constantFrom("h0", "h1", "h2", "l0", "l1"),
        fc.integer({ min: 1, max: 5000 }),
        (program, partners, chosen, key, hundredths) => {
          const one = partners[chosen % partners.length];
          const value = one?.metrics[key]?.value ?? null;
          fc.pre(one !== undefined && value !== null && Math.abs(value) < 1e15);
          const better = (value ?? 0) + ((key.startsWith("h") ? 1 : -1) * hundredths) / 100;
          const improved = partners.map((partner) =>
            partner === one ? { ...partner, metrics: { ...partner.metrics, [key]: { value: better, facts: 1, from: null, until: null } } } : partner,
          );
          const scoreOf = (given: readonly PartnerInput[]) => evaluate(program, given).find(({ partner }) => partner === one?.partner)?.score ?? null;
          const before = scoreOf(partners);
          const after = scoreOf(improved);
          expect(after === null).toBe(before === null);
          expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
        },
      ),
      { numRuns: 100 },
    );
  });
});
