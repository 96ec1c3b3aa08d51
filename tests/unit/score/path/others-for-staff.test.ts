import { expect, test } from "vitest";
import { othersForStaff } from "../../../../lib/services/score/advise";
import { criterion, program } from "../run-fixture";

const RANKED = program({ score: criterion("a", { curve: { kind: "rank", peers: "all" } }) });
const SEATED = program({
  tiers: program().tiers.map((tier, place) =>
    place === 0 ? tier : { ...tier, capacity: { limit: { partners: 1 }, per: "all" as const, ties: "allIn" as const } },
  ),
});

test("in a path for staff the others are as they are in the run, and left out where it has too many", () => {
  for (const rules of [RANKED, SEATED]) {
    expect(othersForStaff(rules, 20_000)).toBe("as_they_are");
    expect(othersForStaff(rules, 20_001)).toBe("left_out");
  }
  expect(othersForStaff(program(), 1_000_000)).toBe("none");
});
