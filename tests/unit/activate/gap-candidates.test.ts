import { describe, expect, test } from "vitest";
import { coverageCells } from "@/lib/domain/activate/coverage-cells";
import { candidateFinder, rankGaps } from "@/lib/domain/activate/gap-candidates";
import { coverageWorld, e4 } from "./coverage-world";

const GAP = { region: "n2", line: "road", category: "bikes" };

describe("the candidates for a gap", () => {
  const input = coverageWorld(
    [
      ["p1", "n1", "mountain", 900],
      ["p2", "n1", "road", 200],
      ["p2", "n1", "caps", 50],
      ["p3", "n2", "mountain", 10],
      ["p4", "s1", "road", 8000],
      ["q1", "n1", "road", 700],
    ],
    {},
  );

  test("are the qualified before others, the nearest first, and who sells the line before who sells its category", () => {
    expect(candidateFinder(input)(GAP, 10).map(({ partner, isQualified, nearness, sells }) => [partner, isQualified, nearness, sells])).toEqual([
      ["p3", true, "here", "category"],
      ["p2", true, "sibling", "line"],
      ["p1", true, "sibling", "category"],
      ["p4", true, "wider", "line"],
      ["q1", false, "sibling", "line"],
    ]);
  });

  test("come with what they sell of it and in all", () => {
    expect(candidateFinder(input)(GAP, 10)[1]).toMatchObject({ partner: "p2", soldE4: e4(200), totalE4: e4(250), tierRank: 2 });
  });

  test("are no more than asked for", () => {
    expect(candidateFinder(input)(GAP, 2).map(({ partner }) => partner)).toEqual(["p3", "p2"]);
  });

  test("are not those that cover the cell already, nor those that sell nothing like it, nor those that lie further away", () => {
    expect(candidateFinder(input)({ region: "n1", line: "road", category: "bikes" }, 10).map(({ partner }) => partner)).not.toContain("p2");
    expect(candidateFinder(input)({ region: "n2", line: "caps", category: "clothing" }, 10).map(({ partner }) => partner)).toEqual(["p2"]);
    const far = { ...input, regions: [...input.regions, { code: "far", parent: null, weight: 1 }] };
    expect(candidateFinder(far)({ region: "far", line: "road", category: "bikes" }, 10)).toEqual([]);
  });

  test("with equal claims come in the order of their codes, whatever the order of the partners", () => {
    const twins = coverageWorld([
      ["p1", "n1", "road", 300],
      ["p2", "n1", "road", 300],
    ]);
    const turned = { ...twins, partners: twins.partners.toReversed() };
    expect(candidateFinder(turned)(GAP, 10).map(({ partner }) => partner)).toEqual(["p1", "p2"]);
  });
});

test("gaps are ranked by potential, those without a known one last, equal ones by code; covered cells are none", () => {
  const input = coverageWorld([
    ["p1", "n1", "road", 300],
    ["p2", "n1", "road", 300],
    ["p4", "s1", "mountain", 400],
  ]);
  // 600 of road on a weight of 1, 400 of mountain on a weight of 2
  expect(rankGaps(coverageCells(input).cells).map(({ region, line, potential }) => [region, line, potential?.amountE4 ?? null])).toEqual([
    ["n2", "road", e4(1800)],
    ["s1", "road", e4(1200)],
    ["n2", "mountain", e4(600)],
    ["s1", "mountain", e4(400)],
    ["n1", "mountain", e4(200)],
    ["n3", "mountain", null],
    ["n3", "road", null],
  ]);
});
