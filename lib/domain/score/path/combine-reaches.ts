import { DEFAULT_CAP, type Group } from "../../define/program";
import { exp, ln } from "../../shared/natural-log";
import { BestReaches, bestOf } from "./best-reaches";
import { HAS_POINTS, LEFT_OUT, type Reach, UNSCORED, withPicks } from "./reach";
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
export function combineReaches(group: Group, parts: readonly Part[], everyValue: boolean, search: Search): readonly Reach[] {
  const rule = ruleOf(group);
  let sofar: readonly Reach[] = [{ effort: 0, value: 0, alike: LEFT_OUT, picks: null }];
  for (const part of parts) sofar = withPart(sofar, part, rule, everyValue, search);
  const finish = (reach: Reach): Reach =>
    reach.alike > LEFT_OUT ? { effort: reach.effort, value: rule.finish(reach.value, reach.alike), alike: HAS_POINTS, picks: reach.picks } : reach;
  return bestOf(sofar.map(finish), everyValue, search.work);
}

/** A child without points counts nowhere, and one that is unscored makes the group so. */
function withPart(sofar: readonly Reach[], { reaches, weight }: Part, rule: Rule, everyValue: boolean, { below, work }: Search): readonly Reach[] {
  const terms = reaches.map(({ alike, value }) => (alike === HAS_POINTS ? rule.term(value, weight) : 0));
  const best = new BestReaches(everyValue, work);
  work(sofar.length * reaches.length);
  for (const before of sofar) {
    for (let at = 0; at < reaches.length; at++) {
      const reach = reaches[at] ?? before;
      const effort = before.effort + reach.effort;
      if (effort >= below) continue;
      const counts = reach.alike !== LEFT_OUT && weight > 0 && before.alike !== UNSCORED;
      const isUnscored = counts && reach.alike === UNSCORED;
      const value = isUnscored ? 0 : !counts ? before.value : before.alike === LEFT_OUT ? (terms[at] ?? 0) : rule.join(before.value, terms[at] ?? 0);
      const alike = isUnscored ? UNSCORED : !counts ? before.alike : rule.isWeighed ? before.alike + weight : HAS_POINTS;
      if (best.wants(effort, value, alike)) best.keep({ effort, value, alike, picks: withPicks(before.picks, reach.picks) });
    }
  }
  return best.all();
}

type Rule = {
  /** Whether it divides by the weights counted. */
  readonly isWeighed: boolean;
  /** What points of a child count for; higher is better. */
  readonly term: (points: number, weight: number) => number;
  readonly join: (sofar: number, term: number) => number;
  readonly finish: (value: number, weights: number) => number;
};

const add = (sofar: number, term: number) => sofar + term;
const asIs = (value: number) => value;

function ruleOf({ combine, cap = DEFAULT_CAP }: Group): Rule {
  switch (combine) {
    case "arithmetic":
      return { isWeighed: true, term: (points, weight) => weight * points, join: add, finish: (terms, weights) => terms / weights };
    case "geometric":
      return {
        ...{ isWeighed: true, term: (points, weight) => weight * ln(points / 100), join: add },
        finish: (terms, weights) => 100 * exp(terms / weights),
      };
    case "harmonic":
      // Its terms are better when lower, so they are counted below zero.
      return { isWeighed: true, term: (points, weight) => -(weight / points), join: add, finish: (terms, weights) => weights / -terms };
    case "sum":
      return { isWeighed: false, term: asIs, join: add, finish: (value) => Math.min(cap, value) };
    case "min":
      return { isWeighed: false, term: asIs, join: Math.min, finish: asIs };
    case "max":
      return { isWeighed: false, term: asIs, join: Math.max, finish: asIs };
  }
}
