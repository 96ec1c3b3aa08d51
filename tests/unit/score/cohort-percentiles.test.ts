import fc from "fast-check";
import { expect, test } from "vitest";
import { cohortPercentiles, SMALLEST_COHORT } from "@/lib/services/score/cohort-percentiles";

const members = (cohort: string | null, ...scores: (number | null)[]) => scores.map((score) => ({ cohort, score }));

test.each([
  ["five by their place", members("dealer", 10, 50, 30, 20, 40), [0, 80, 40, 20, 60]],
  ["equal scores alike", members("dealer", 10, 20, 20, 20, 30), [0, 20, 20, 20, 80]],
  ["nobody in a cohort of four", members("dealer", 10, 20, 30, 40), [null, null, null, null]],
  ["nobody where only four of five are scored", members("dealer", 10, 20, 30, 40, null), [null, null, null, null, null]],
  ["the untyped as a cohort of their own", members(null, 1, 2, 3, 4, 5), [0, 20, 40, 60, 80]],
  ["each cohort by itself", [...members("a", 1, 2, 3, 4, 5), ...members("b", 9, 9)], [0, 20, 40, 60, 80, null, null]],
  ["a sixth part rounded half away from zero", members("a", 1, 2, 3, 4, 5, 6), [0, 17, 33, 50, 67, 83]],
  ["nobody among nobody", [], []],
])("percentiles place %s", (_, given, expected) => {
  expect(cohortPercentiles(given)).toEqual(expected);
});

test("a percentile is the share of scored members that score lower, whoever they are", () => {
  const member = fc.record({ cohort: fc.constantFrom("a", "b", null), score: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }) });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 40 }), (given) => {
      cohortPercentiles(given).forEach((percentile, i) => {
        const { cohort, score } = given[i] ?? { cohort: null, score: null };
        const peers = given.flatMap((peer) => (peer.cohort === cohort && peer.score !== null ? [peer.score] : []));
        const exact = score === null || peers.length < SMALLEST_COHORT ? null : (100 * peers.filter((peer) => peer < score).length) / peers.length;
        if (percentile === null || exact === null) expect(percentile).toBe(exact);
        else expect(Math.abs(percentile - exact)).toBeLessThanOrEqual(0.5);
      });
    }),
  );
});
