import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effort } from "../../../../lib/domain/define/effort";
import { firstReviewFrom } from "../../../../lib/domain/define/next-review";
import type { Program } from "../../../../lib/domain/define/program";
import { evaluateRun } from "../../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../../lib/domain/run-input";
import { advisePath } from "../../../../lib/domain/score/path/advise-path";
import type { Path, PathAdvice } from "../../../../lib/domain/score/path/path-advice";
import { type Work, workLimit } from "../../../../lib/domain/score/path/work-limit";
import { addDays } from "../../../../lib/domain/shared/calendar-day";
import { roundHalfAway } from "../../../../lib/domain/shared/round";
import { anyPartners, anyProgram, METRICS } from "../any-program";
import { partner } from "../run-fixture";
import { AS_OF } from "./path-fixture";

/** Generous: a busy machine must not fail a property that holds. */
const PATIENCE = { timeout: 120_000 };

type Values = Readonly<Record<string, number | null>>;
/** One way to set every lever: what it gives, takes, and when it counts. */
type Point = { readonly values: Values; readonly effort: number; readonly leadDays: number };

const valuesOf = (one: PartnerInput): Values => Object.fromEntries(METRICS.map((key) => [key, one.metrics[key]?.value ?? null]));

/** Every way to set the levers, worked out anew and as plainly as can be. */
function gridOf({ effort: efforts = [] }: Program, now: Values, isFollower: (metric: string) => boolean): Point[] {
  let grid: Point[] = [{ values: now, effort: 0, leadDays: 0 }];
  for (const effort of efforts.filter(({ metric }) => !isFollower(metric))) {
    grid = grid.flatMap((point) => [
      point,
      ...stepsFrom(effort, now[effort.metric] ?? null).map(({ value, steps }) => withStep(point, effort, value, steps)),
    ]);
  }
  return grid;
}

function stepsFrom({ metric, step, mostSteps, limit, withoutData }: Effort, now: number | null): { value: number; steps: number }[] {
  const start = now ?? withoutData ?? null;
  if (start === null) return [];
  const rises = metric.startsWith("h");
  return Array.from({ length: mostSteps }, (_, i) => ({
    steps: i + 1,
    value: roundHalfAway(rises ? start + (i + 1) * step : start - (i + 1) * step, 9),
  })).filter(({ value }) => Math.abs(value) <= 1e15 && (limit === undefined || (rises ? value <= limit : value >= limit)));
}

function withStep(point: Point, { metric, effort, leadDays }: Effort, value: number, steps: number): Point {
  return {
    values: { ...point.values, [metric]: value },
    effort: point.effort + effort * steps,
    leadDays: Math.max(point.leadDays, leadDays.first + leadDays.each * (steps - 1)),
  };
}

function placeOf({ tiers }: Program, key: string): number {
  return tiers.findIndex((tier) => tier.key === key);
}

const least = (points: readonly Point[]): number | null =>
  points.length === 0 ? null : roundHalfAway(Math.min(...points.map(({ effort }) => effort)), 9);

/** For every tier above the one qualified for: what the whole grid says is cheapest is what the advice says. `work`: what one advice may take. */
function expectExact(program: Program, one: PartnerInput, grid: readonly Point[], work?: () => Work) {
  const asked = { program, asOf: AS_OF, partners: [one], partner: one };
  const [now] = evaluateRun(asked).map((decision) => decision.toJSON());
  if (now === undefined) throw new Error("a run of one partner gave no decision");
  const outcomes = evaluateRun({
    ...asked,
    partners: grid.map(({ values }, i) => partner(`g${String(i).padStart(5, "0")}`, values, { attributes: one.attributes })),
  }).map(({ qualified }) => placeOf(program, qualified));
  program.tiers.forEach(({ key }, target) => {
    if (target <= placeOf(program, now.qualified)) return;
    const reaching = grid.filter((_, i) => (outcomes[i] ?? 0) >= target);
    const advice = advisePath({ ...asked, decision: now, others: "known", tier: key }, work?.());
    const cheapest = least(reaching);
    expect(advice.kind).toBe(cheapest === null ? "out_of_reach" : "paths");
    if (advice.kind !== "paths") return;
    expect(advice.paths[0]?.effort).toBe(cheapest);
    const days = (Date.parse(advice.by) - Date.parse(AS_OF)) / 86_400_000;
    expect(advice.inTime?.effort ?? null).toBe(least(reaching.filter(({ leadDays }) => leadDays <= days)));
    expectFirst(advice, program, reaching);
    const reaches = (path: Path | null) => path === null || reaching.some((point) => isOf(path, point));
    expect([...advice.paths, advice.inTime, advice.later?.path ?? null].every(reaches)).toBe(true);
  });
}

/** What can count at no review by the day counts at that which follows the quickest point, at the least effort of those in time for it. */
function expectFirst({ by, inTime, later }: Extract<PathAdvice, { kind: "paths" }>, program: Program, reaching: readonly Point[]) {
  if (inTime !== null) return expect(later).toBeNull();
  const quickest = addDays(AS_OF, Math.min(...reaching.map(({ leadDays }) => leadDays)));
  const review = firstReviewFrom(quickest, by, program);
  const days = (Date.parse(review) - Date.parse(AS_OF)) / 86_400_000;
  expect([later?.review, later?.path.effort]).toEqual([review, least(reaching.filter(({ leadDays }) => leadDays <= days))]);
}

function isOf(path: Path, { values, effort, leadDays }: Point): boolean {
  const isSame = path.steps.every(({ metric, to }) => values[metric] === to);
  return isSame && path.effort === roundHalfAway(effort, 9) && path.leadDays === leadDays;
}

/** What follows from revenue h0 in programs of which h1 is its growth and h2 its share of l0, where anything was changed. */
function followed(now: Values, { values, ...rest }: Point): Point {
  if (rest.effort === 0) return { values, ...rest };
  const base = now.h0 != null && now.h1 != null ? now.h0 / (1 + now.h1 / 100) : 0;
  const growth = base > 0 && base < 1e300 ? roundHalfAway(((values.h0 ?? 0) / base - 1) * 100, 6) : (now.h1 ?? null);
  const share = values.h0 != null && values.l0 != null && values.l0 > 0 ? values.h0 / values.l0 : null;
  const isMoved = (key: string) => values[key] !== now[key];
  return {
    values: { ...values, h1: isMoved("h0") ? growth : (values.h1 ?? null), h2: isMoved("h0") || isMoved("l0") ? share : (values.h2 ?? null) },
    ...rest,
  };
}

describe("a path, for any program with effort for up to four metrics,", () => {
  it("reaches its tier, and nothing on the whole grid of changes is cheaper", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram({ peers: false, capacities: false, readings: false, effort: true }), anyPartners, (program, partners) => {
        for (const one of partners.slice(0, 2))
          expectExact(
            program,
            one,
            gridOf(program, valuesOf(one), () => false),
          );
      }),
      { numRuns: 200 },
    );
  });

  it("does so too where a search takes too much work, and there are few ways to try", PATIENCE, () => {
    const shape = { peers: false, capacities: false, readings: false, effort: true } as const;
    let tried = 0;
    fc.assert(
      fc.property(anyProgram(shape), anyPartners, (program, partners) => {
        for (const one of partners.slice(0, 2)) {
          const grid = gridOf(program, valuesOf(one), () => false);
          if (grid.length > 500) continue;
          tried += 1;
          expectExact(program, one, grid, () => workLimit(100));
        }
      }),
      { numRuns: 100 },
    );
    expect(tried).toBeGreaterThan(20);
  });

  it("counts with what follows from the changes", PATIENCE, () => {
    const shape = { peers: false, capacities: false, readings: false, effort: true, follows: true } as const;
    fc.assert(
      fc.property(anyProgram(shape), anyPartners, (program, partners) => {
        const hasEffort = (key: string) => program.effort?.some(({ metric }) => metric === key) === true;
        const isFollower = (key: string) => (key === "h1" && hasEffort("h0")) || (key === "h2" && (hasEffort("h0") || hasEffort("l0")));
        for (const one of partners.slice(0, 2)) {
          const now = valuesOf(one);
          expectExact(
            program,
            one,
            gridOf(program, now, isFollower)
              .map((point) => followed(now, point))
              .filter(({ values }) => METRICS.every((key) => Math.abs(values[key] ?? 0) <= 1e15)),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a path among others", () => {
  /** Two levers of three steps: each way to set them is a run of everybody. */
  const few = (program: Program): Program => ({
    ...program,
    effort: program.effort?.slice(0, 2).map((one) => ({ ...one, mostSteps: Math.min(3, one.mostSteps) })),
  });
  const decisionOf = (program: Program, partners: readonly PartnerInput[], code: string) => {
    const decision = evaluateRun({ program, asOf: AS_OF, partners }).find((one) => one.partner === code);
    if (decision === undefined) throw new Error(`the run has no partner ${code}`);
    return decision.toJSON();
  };
  const withValues = (partners: readonly PartnerInput[], code: string, values: Values) =>
    partners.map((one) => (one.partner === code ? { ...one, metrics: { ...one.metrics, ...partner("", values).metrics } } : one));

  /** Every way to set the levers of the first partner, each tried in a run of everybody. */
  const expectCheapest = (program: Program, partners: readonly PartnerInput[]) => {
    const one = partners[0];
    if (one === undefined) return;
    const decision = decisionOf(program, partners, one.partner);
    const grid = gridOf(program, valuesOf(one), () => false);
    const outcomes = grid.map(({ values }) =>
      placeOf(program, decisionOf(program, withValues(partners, one.partner, values), one.partner).qualified),
    );
    program.tiers.forEach(({ key }, target) => {
      const advice = advisePath({ program, asOf: AS_OF, partners, partner: one, decision, others: "known", tier: key });
      if (advice.kind === "reached") return;
      const cheapest = least(grid.filter((_, at) => (outcomes[at] ?? 0) >= target));
      expect(advice.kind).toBe(cheapest === null ? "out_of_reach" : "paths");
      if (advice.kind === "paths") expect(advice.paths[0]?.effort).toBe(cheapest);
    });
  };

  it("is the cheapest as well where criteria place a partner among its peers", PATIENCE, () => {
    fc.assert(fc.property(anyProgram({ capacities: false, readings: false, effort: true }).map(few), anyPartners, expectCheapest), { numRuns: 150 });
  });

  it("to a tier with few seats has a score that wins one, where nobody else is moved by it", PATIENCE, () => {
    fc.assert(fc.property(anyProgram({ peers: false, readings: false, effort: true }).map(few), anyPartners, expectCheapest), { numRuns: 150 });
  });

  it("that a partner is told without a word of the others holds among them", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram({ gates: false, capacities: false, readings: false, effort: true }), anyPartners, (program, partners) => {
        for (const one of partners.slice(0, 3)) {
          const decision = decisionOf(program, partners, one.partner);
          program.tiers.forEach(({ key }, target) => {
            const advice = advisePath({ program, asOf: AS_OF, partners: [one], partner: one, decision, others: "hidden", tier: key });
            if (advice.kind !== "paths") return;
            for (const { steps, score, qualifies } of advice.paths) {
              const values = Object.fromEntries(steps.map(({ metric, to }) => [metric, to]));
              const then = decisionOf(program, withValues(partners, one.partner, values), one.partner);
              expect(placeOf(program, then.qualified)).toBeGreaterThanOrEqual(target);
              expect([score, qualifies]).toEqual([then.score, then.qualified]);
            }
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is found or not, and never fails, for every partner of every program, with its readings and seats", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram({ effort: true }), anyPartners, (program, partners) => {
        for (const one of partners.slice(0, 4)) {
          const decision = decisionOf(program, partners, one.partner);
          for (const others of ["known", "hidden"] as const) {
            const advice = advisePath({ program, asOf: AS_OF, partners, partner: one, decision, others });
            expect(program.tiers.map(({ key: tier }) => tier)).toContain("tier" in advice ? advice.tier : decision.decided);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
