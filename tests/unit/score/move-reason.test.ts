import { expect, test } from "vitest";
import { moveReason } from "@/components/score/move-reason";
import { MovementCode } from "@/lib/contracts/movement-group";
import type { Move } from "@/lib/contracts/run";

const move = (given: Partial<Move>): Move => ({
  partner: { code: "A", name: "Alpha" },
  region: { code: "n", name: "North" },
  from: "gold",
  to: "silver",
  steps: -1,
  reviewSteps: -1,
  movement: "demoted",
  qualified: "registered",
  missedReviews: 0,
  graceReviews: 1,
  score: 37,
  scoreBefore: 41,
  drivers: [],
  ...given,
});
const name = (key: string) => `${key[0]?.toUpperCase()}${key.slice(1)}`;

test.each<[Partial<Move>, string | null]>([
  [{ movement: "promoted", qualified: "gold" }, null],
  [{ movement: "promoted_step_limited", steps: 1, reviewSteps: 2, qualified: "elite" }, "qualifies for Elite; one run moves at most 2 tiers up"],
  [{ movement: "held_in_grace", missedReviews: 1, graceReviews: 2 }, "qualifies for Registered only; missed review 1 of 2 forgiven"],
  [{ movement: "demoted" }, "qualifies for Registered only, grace is used up"],
  [{ movement: "demoted", graceReviews: 0 }, "qualifies for Registered only"],
  [{ movement: "demoted_step_limited" }, "qualifies for Registered only, grace is used up; one run moves at most 1 tier down"],
  [{ movement: "overridden" }, "set by hand; qualifies for Registered"],
])("of %j the rule is: %s", (given, words) => {
  expect(moveReason(move(given), name)).toBe(words);
});

test("every rule that keeps or limits says so", () => {
  const silent = MovementCode.options.filter((movement) => moveReason(move({ movement }), name) === null);
  expect(silent).toEqual(["promoted", "entered", "unchanged"]);
});
