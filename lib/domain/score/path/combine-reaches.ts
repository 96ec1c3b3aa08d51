import { DEFAULT_CAP, type Group } from "../../define/program";
import { exp, ln } from "../../shared/natural-log";
import { HAS_POINTS, LEFT_OUT, type Reach, UNSCORED, withPicks, worthKnowing } from "./reach";
import type { Work } from "./work-limit";

/** What a child of a group can be brought to; one of weight 0 takes no part in the points, but what is done there takes its effort. */
export type Part = { readonly reaches: readonly Reach[]; readonly weight: number };

export type Search = {
  /** Reaches from this effort on are of no use: a way with less is known. */
  readonly below: number;
  readonly work: Work;
};

/**
 * What a group can be brought to, child by child, with the very arithmetic of combine.ts, so that the points are those that the engine
 * gives, to the last bit. All that it does to points keeps their order, so that only reaches worth knowing go on to the next child.
 * Until the last child the value of a reach is the sum (or the fold) so far, and reaches are alike when as much weight has been counted.
 */
export function combineReaches(group: Group, parts: readonly Part[], everyValue: boolean, { below, work }: Search): readonly Reach[] {
  const rule = ruleOf(group);
  let sofar: readonly Reach[] = [{ effort: 0, value: 0, alike: LEFT_OUT, picks: null }];
  for (const { reaches, weight } of parts) {
    const terms = reaches.map(({ alike, value }) => (alike === HAS_POINTS ? rule.term(value, weight) : 0));
    const joined: Reach[] = [];
    work(sofar.length * reaches.length);
    for (const before of sofar) {
      reaches.forEach((reach, at) => {
        const effort = before.effort + reach.effort;
        if (effort < below)
          joined.push({ effort, ...rule.join(before, reach.alike, terms[at] ?? 0, weight), picks: withPicks(before.picks, reach.picks) });
      });
    }
    sofar = worthKnowing(joined, everyValue);
  }
  const finished = sofar.map((reach) =>
    reach.alike > LEFT_OUT ? { ...reach, value: rule.finish(reach.value, reach.alike), alike: HAS_POINTS } : reach,
  );
  return worthKnowing(finished, everyValue);
}

type Counted = Pick<Reach, "value" | "alike">;
type Rule = {
  /** What points of a child count for; higher is better. */
  readonly term: (points: number, weight: number) => number;
  readonly join: (before: Counted, alike: number, term: number, weight: number) => Counted;
  readonly finish: (value: number, weights: number) => number;
};

function ruleOf({ combine, cap = DEFAULT_CAP }: Group): Rule {
  const asIs = (value: number) => value;
  switch (combine) {
    case "arithmetic":
      return { term: (points, weight) => weight * points, join: joinWeighed, finish: (terms, weights) => terms / weights };
    case "geometric":
      return { term: (points, weight) => weight * ln(points / 100), join: joinWeighed, finish: (terms, weights) => 100 * exp(terms / weights) };
    case "harmonic":
      // Its terms are better when lower, so they are counted below zero.
      return { term: (points, weight) => -(weight / points), join: joinWeighed, finish: (terms, weights) => weights / -terms };
    case "sum":
      return { term: asIs, join: folding((sofar, points) => sofar + points), finish: (value) => Math.min(cap, value) };
    case "min":
      return { term: asIs, join: folding(Math.min), finish: asIs };
    case "max":
      return { term: asIs, join: folding(Math.max), finish: asIs };
  }
}

function joinWeighed(before: Counted, alike: number, term: number, weight: number): Counted {
  if (weight === 0 || alike === LEFT_OUT || before.alike === UNSCORED) return { value: before.value, alike: before.alike };
  return alike === UNSCORED ? NO_SCORE : { value: before.value + term, alike: before.alike + weight };
}

function folding(fold: (sofar: number, points: number) => number): Rule["join"] {
  return (before, alike, points) => {
    if (alike === LEFT_OUT || before.alike === UNSCORED) return { value: before.value, alike: before.alike };
    if (alike === UNSCORED) return NO_SCORE;
    return { value: before.alike === LEFT_OUT ? points : fold(before.value, points), alike: HAS_POINTS };
  };
}

const NO_SCORE: Counted = { value: 0, alike: UNSCORED };
