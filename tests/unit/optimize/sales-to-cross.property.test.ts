import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { evaluatePopulation, evaluateRun } from "../../../lib/domain/evaluate-run";
import { revenueMetric } from "../../../lib/domain/optimize/revenue-metric";
import { type SalesToCross, salesToCross } from "../../../lib/domain/optimize/sales-to-cross";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { populationOf } from "../../../lib/domain/score/population";
import { roundHalfAway } from "../../../lib/domain/shared/round";
import { anyPartners, anyProgram } from "../score/any-program";
import { day, partner } from "../score/run-fixture";

const AS_OF = day("2013-11-30");
/** Generous: a busy machine must not fail a property that holds. */
const PATIENCE = { timeout: 120_000 };
const LARGEST = 1e15;

/** In these programs h0 is revenue of a month, h1 its growth, and h2 its share of l0. */
const shape = { readings: false, follows: true } as const;

/** The partner after so many steps of sales, with what follows from them, worked out anew; null beyond what a metric can be. */
function afterSteps(one: PartnerInput, steps: number, step: number): PartnerInput | null {
  const now = (key: string) => one.metrics[key]?.value ?? null;
  if (steps === 0) return one;
  const [sold, growth, l0] = [now("h0"), now("h1"), now("l0")];
  const h0 = roundHalfAway((sold ?? 0) + steps * step, 9);
  const base = sold !== null && growth !== null ? sold / (1 + growth / 100) : 0;
  const h1 = base > 0 && base < 1e300 ? roundHalfAway((h0 / base - 1) * 100, 6) : growth;
  const h2 = h0 === sold ? now("h2") : l0 !== null && l0 > 0 ? h0 / l0 : null;
  if ([h0, h1, h2].some((value) => Math.abs(value ?? 0) > LARGEST)) return null;
  return { ...one, metrics: { ...one.metrics, ...partner("", { h0, h1, h2 }).metrics } };
}

function placeAfter(program: Program, partners: readonly PartnerInput[], changed: PartnerInput): number {
  const run = evaluateRun({ program, asOf: AS_OF, partners: partners.map((one) => (one.partner === changed.partner ? changed : one)) });
  const decision = run.find((one) => one.partner === changed.partner);
  return program.tiers.findIndex(({ key }) => key === decision?.qualified);
}

type Case = {
  readonly one: PartnerInput;
  readonly place: number;
  readonly sales: SalesToCross;
  readonly step: number;
  readonly steps: number | null;
};

/** The sales of each of the first partners to each tier that it does not qualify for. */
function casesOf(program: Program, partners: readonly PartnerInput[]): Case[] {
  const population = populationOf(program, partners);
  const run = evaluatePopulation(program, AS_OF, population);
  const revenue = revenueMetric(program);
  if (revenue === null) throw new Error("the programs of this test measure revenue");
  return population.partners.slice(0, 3).flatMap((one, row) =>
    program.tiers.flatMap((_, place): Case[] => {
      if (place <= (run.qualification.qualified[row] ?? 0)) return [];
      const sales = salesToCross({ program, asOf: AS_OF, population, run, revenue, typical: 150, cuts: 1 }, [row], place);
      const step = sales.step / revenue.timesAYear;
      return [{ one, place, sales, step, steps: sales.needed === null ? null : sales.needed.median / sales.step }];
    }),
  );
}

describe("the sales that a partner needs to cross a cut", () => {
  it("do cross it when they are made, one step less does not, and without any no number of steps does", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram({ ...shape, peers: false, capacities: false }), anyPartners, (program, partners) => {
        for (const { one, place, sales, step, steps } of casesOf(program, partners)) {
          expect(sales.step).toBe(24);
          expect(sales.unknown).toBe(0);
          const placeWith = (count: number) => {
            const changed = afterSteps(one, count, step);
            return changed === null ? -1 : placeAfter(program, [one], changed);
          };
          if (steps === null) {
            expect(sales.stuck).toBe(1);
            for (let count = 0; count <= 200; count += 10) expect(placeWith(count)).toBeLessThan(place);
            continue;
          }
          expect(placeWith(steps)).toBeGreaterThanOrEqual(place);
          expect(placeWith(steps - 1)).toBeLessThan(place);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("do so as well among peers and where seats are few, or are said not to be known", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(shape), anyPartners, (program, partners) => {
        for (const { one, place, sales, step, steps } of casesOf(program, partners)) {
          expect(sales.crossing + sales.stuck + sales.unknown).toBe(1);
          const changed = steps === null ? null : afterSteps(one, steps, step);
          if (changed !== null) expect(placeAfter(program, partners, changed)).toBeGreaterThanOrEqual(place);
        }
      }),
      { numRuns: 80 },
    );
  });
});
