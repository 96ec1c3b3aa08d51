import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageCells } from "@/lib/domain/activate/coverage-cells";
import { bestSellersNeeded, type CandidateInput, candidateFinder, isGap, rankGaps } from "@/lib/domain/activate/gap-candidates";
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

describe("the best sellers of each region and tier", () => {
  /** Those of `best` that the `limit` first of each line or category, region and tier are. */
  function theFirst({ best, partners }: CandidateInput, limit: number): CandidateInput["best"] {
    const placeOf = new Map(partners.map(({ code, region, tierRank }) => [code, `${region} ${tierRank}`]));
    const seen = new Map<string, number>();
    return best
      .toSorted((a, b) => b.revenueE4 - a.revenueE4 || (a.partner < b.partner ? -1 : 1))
      .filter(({ of, code, partner }) => {
        const group = `${of} ${code} ${placeOf.get(partner)}`;
        seen.set(group, (seen.get(group) ?? 0) + 1);
        return (seen.get(group) ?? 0) <= limit;
      });
  }

  const partner = fc.record({ region: fc.constantFrom("n1", "s1"), tierRank: fc.integer({ min: 0, max: 1 }) });
  const sale = fc.tuple(
    fc.nat({ max: 29 }),
    fc.constantFrom("n1", "n2", "n3", "s1"),
    fc.constantFrom("road", "mountain", "caps"),
    fc.integer({ min: -60, max: 300 }),
  );

  test("hold the first candidates of every gap, as many as are needed of them", () => {
    let left = 0;
    fc.assert(
      fc.property(
        fc.array(partner, { minLength: 25, maxLength: 30 }),
        fc.uniqueArray(sale, { minLength: 60, maxLength: 150, selector: ([who, region, line]) => `${who} ${region} ${line}` }),
        fc.integer({ min: 1, max: 3 }),
        (places, sold, limit) => {
          const partners = places.map((place, at) => ({ code: `p${String(at).padStart(2, "0")}`, ...place }));
          const sales = sold.flatMap(([who, region, line, major]) =>
            partners[who] === undefined ? [] : [{ partner: partners[who].code, region, line, revenueE4: e4(major) }],
          );
          const all = coverageWorld([], { partners, sales });
          const gaps = coverageCells(all).cells.filter(isGap);
          const few = { ...all, best: theFirst(all, bestSellersNeeded(gaps, limit)) };
          left += all.best.length - few.best.length;
          for (const gap of gaps) expect(candidateFinder(few)(gap, limit)).toEqual(candidateFinder(all)(gap, limit));
        },
      ),
      { numRuns: 300 },
    );
    expect(left).toBeGreaterThan(1000);
  });

  test("are as many more as the gaps have active qualified partners, who are no candidates", () => {
    expect(bestSellersNeeded([{ partners: 0 }, { partners: 2 }], 3)).toBe(5);
    expect(bestSellersNeeded([], 3)).toBe(3);
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
