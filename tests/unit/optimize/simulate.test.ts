import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import { packPopulation, unpackPopulation } from "../../../lib/domain/optimize/packed-population";
import { type Baseline, simulate } from "../../../lib/domain/optimize/simulate";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { populationOf } from "../../../lib/domain/score/population";
import { anyPartners, anyProgram } from "../score/any-program";
import { day, partner, program } from "../score/run-fixture";

const AS_OF = day("2013-11-30");
const PATIENCE = { timeout: 60_000 };

/** What a run by the rules made of the partners, as it is kept. */
function baseline(rules: Program, partners: readonly PartnerInput[]): Baseline {
  const decisions = evaluateRun({ program: rules, asOf: AS_OF, partners });
  const place = (tier: string) => rules.tiers.findIndex(({ key }) => key === tier);
  return {
    program: rules,
    decided: Uint8Array.from(decisions, ({ decided }) => place(decided)),
    qualified: Uint8Array.from(decisions, ({ qualified }) => place(qualified)),
    score: Float64Array.from(decisions, ({ score }) => score ?? Number.NaN),
  };
}

const simulated = (rules: Program, partners: readonly PartnerInput[], before: Baseline) =>
  simulate(rules, AS_OF, populationOf(rules, partners), before);

/** As they arrive in a browser. */
const sent = (partners: readonly PartnerInput[]): PartnerInput[] => unpackPopulation(JSON.parse(JSON.stringify(packPopulation(partners))));

describe("a simulation", () => {
  it("decides for every partner, sent as it is to a browser, what the run decides", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyProgram(), anyPartners, (rules, other, partners) => {
        const run = evaluateRun({ program: other, asOf: AS_OF, partners });
        const there = simulated(other, sent(partners), baseline(rules, partners)).run;
        const tier = (place: number | undefined) => other.tiers[place ?? -1]?.key;
        expect(run.map((_, row) => tier(there.decisions.decided[row]))).toEqual(run.map(({ decided }) => decided));
        expect(run.map((_, row) => tier(there.qualification.qualified[row]))).toEqual(run.map(({ qualified }) => qualified));
        expect(run.map((_, row) => there.score[row])).toEqual(run.map(({ score }) => score ?? Number.NaN));
      }),
      { numRuns: 150 },
    );
  });

  it("of the same rules moves nobody", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyPartners, (rules, partners) => {
        const { decided, qualified } = simulated(rules, partners, baseline(rules, partners));
        for (const change of [decided, qualified]) {
          expect(change).toMatchObject({ promoted: 0, demoted: 0, unplaced: 0, unchanged: partners.length });
          expect([...change.steps].every((steps) => steps === 0)).toBe(true);
        }
      }),
    );
  });

  it("counts every partner once in its matrix, and up and down by the order of the tiers after", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyProgram(), anyPartners, (rules, other, partners) => {
        const { decided: change } = simulated(other, partners, baseline(rules, partners));
        const cells = change.matrix.map((row) => [...row]);
        const sum = (counted: (from: number, to: number) => boolean) =>
          cells.reduce((total, row, from) => total + row.reduce((of, count, to) => of + (counted(from, to) ? count : 0), 0), 0);
        // Both programs have the same four tiers.
        expect(sum(() => true)).toBe(partners.length);
        expect(sum((from, to) => to > from)).toBe(change.promoted);
        expect(sum((from, to) => to < from)).toBe(change.demoted);
        expect(sum((from, to) => to === from)).toBe(change.unchanged);
      }),
    );
  });

  it("with tiers in another order counts up and down as they stand after, and partners of a tier that is gone apart", () => {
    const partners = [partner("gone", { a: 90 }), partner("up", { a: 60 }), partner("low", { a: 10 })];
    const [bronze, silver] = program().tiers;
    if (bronze === undefined || silver === undefined) throw new Error("the fixture has tiers");
    const after = program({ tiers: [bronze, { key: "plus", name: "Plus", requires: { kind: "score", atLeast: 30 } }, { ...silver, key: "silver" }] });
    const { decided } = simulated(after, partners, baseline(program(), partners));
    expect(decided).toMatchObject({ promoted: 0, demoted: 0, unchanged: 2, unplaced: 1 });
    expect(decided.matrix.map((row) => [...row])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });
});
