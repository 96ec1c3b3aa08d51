import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageCells } from "@/lib/domain/activate/coverage-cells";
import type { CoverageInput, StatedPotential } from "@/lib/domain/activate/coverage-input";
import { coverageByCells, coverageByPotential, overlapIndex, sumCells } from "@/lib/domain/activate/coverage-sum";
import { coverageWorld, e4 } from "./coverage-world";

function cellOf(input: CoverageInput, region: string, line: string) {
  const cell = coverageCells(input).cells.find((candidate) => candidate.region === region && candidate.line === line);
  if (cell === undefined) throw new Error(`there is no cell ${region} × ${line}`);
  return cell;
}
const potentialOf = (input: CoverageInput, region: string, line: string) => cellOf(input, region, line).potential;

describe("the cells", () => {
  test("are every region without regions below it × every line that is sold somewhere", () => {
    const { cells } = coverageCells(coverageWorld([["p1", "n1", "road", 500]]));
    expect(cells.map(({ region, line }) => `${region} ${line}`)).toEqual(["n1 road", "n2 road", "n3 road", "s1 road"]);
  });

  test("count partners that are qualified and active there, and nobody else", () => {
    const input = coverageWorld([
      ["p1", "n1", "road", 100], // exactly enough
      ["p2", "n1", "road", 99.9999],
      ["q1", "n1", "road", 5000], // of too low a tier
      ["gone", "n1", "road", 5000], // the run did not decide on it
      ["p3", "n1", "road", 700], // lies elsewhere, sells here
      ["p3", "n1", "mountain", 700],
    ]);
    expect(cellOf(input, "n1", "road")).toMatchObject({ partners: 2, revenueE4: 108_999_999, state: "covered" });
    expect(cellOf(input, "n1", "mountain")).toMatchObject({ partners: 1, state: "thin" });
    expect(cellOf(input, "n2", "road")).toMatchObject({ partners: 0, state: "white_space" });
  });

  test("leave revenue that is booked on a region with others below it to that region", () => {
    const { cells, unplaced } = coverageCells(
      coverageWorld([
        ["p1", "north", "road", 900],
        ["p1", "n1", "road", 500],
      ]),
    );
    expect(unplaced).toEqual([{ region: "north", line: "road", revenueE4: e4(900), partners: 1 }]);
    expect(sumCells(cells).revenueE4).toBe(e4(500));
  });
});

describe("the estimate", () => {
  const sales = [
    ["p1", "n1", "road", 300],
    ["p4", "s1", "road", 600],
    ["p1", "n3", "road", 5000],
  ] as const;

  test("is the line's revenue per weight where it is sold, times the weight", () => {
    // (300 + 600) ÷ (1 + 2) = 300 per unit of weight; n3 has no weight and is left out on both sides.
    expect(potentialOf(coverageWorld(sales), "n2", "road")).toEqual({ amountE4: e4(900), source: "estimated" });
    expect(potentialOf(coverageWorld(sales), "n1", "road")).toEqual({ amountE4: e4(300), source: "estimated" });
  });

  test("is not known, and not 0, without a weight or where the line is sold in no weighed region", () => {
    expect(potentialOf(coverageWorld(sales), "n3", "road")).toBeNull();
    expect(potentialOf(coverageWorld([["p1", "n3", "road", 500]]), "n1", "road")).toBeNull();
  });

  test("takes regions whose returns outweigh their sales for regions where the line is not sold", () => {
    expect(potentialOf(coverageWorld([...sales, ["p3", "n2", "road", -50]]), "n2", "road")?.amountE4).toBe(e4(900));
  });

  test("adds up over the regions where the line is sold to what is sold there, but for rounding", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 20 });
    const weights = fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(amounts, weights, (sold, sizes) => {
        const regions = sold.map((_, at) => ({ code: `r${at}`, parent: null, weight: (sizes[at] ?? 1) / 1000 }));
        const input = coverageWorld([], {
          regions,
          sales: sold.map((revenueE4, at) => ({ partner: "p1", region: `r${at}`, line: "road", revenueE4 })),
        });
        const { potentialE4, revenueE4 } = sumCells(coverageCells(input).cells);
        expect(Math.abs((potentialE4 ?? 0) - revenueE4)).toBeLessThanOrEqual(sold.length);
      }),
    );
  });
});

describe("an imported potential", () => {
  const stated = (region: string, line: string | null, major: number, category = "bikes"): StatedPotential => ({
    region,
    line,
    category,
    amountE4: e4(major),
  });
  const sales = [
    ["p1", "n1", "road", 300],
    ["p1", "n1", "mountain", 100],
  ] as const;

  test("of the cell itself goes before the estimate", () => {
    expect(potentialOf(coverageWorld(sales, { potentials: [stated("n2", "road", 5000)] }), "n2", "road")).toEqual({
      amountE4: e4(5000),
      source: "stated",
    });
  });

  test("of a larger region is shared by weight, and a region without a weight gets none of it", () => {
    const input = coverageWorld(sales, { potentials: [stated("north", "road", 1000)] });
    expect(potentialOf(input, "n1", "road")).toEqual({ amountE4: e4(250), source: "shared" });
    expect(potentialOf(input, "n2", "road")).toEqual({ amountE4: e4(750), source: "shared" });
    expect(potentialOf(input, "n3", "road")).toBeNull();
    expect(potentialOf(input, "s1", "road")?.source).toBe("estimated");
  });

  test("of a category is shared by the revenue of its lines", () => {
    const input = coverageWorld(sales, { potentials: [stated("n2", null, 1000)] });
    expect(potentialOf(input, "n2", "road")).toEqual({ amountE4: e4(750), source: "shared" });
    expect(potentialOf(input, "n2", "mountain")).toEqual({ amountE4: e4(250), source: "shared" });
  });

  test("nearer to the cell goes first: of its region before one further up, of its line before its category", () => {
    const potentials = [stated("world", "road", 9000), stated("north", null, 8000), stated("n2", null, 4000), stated("n2", "mountain", 50)];
    const input = coverageWorld(sales, { potentials });
    expect(potentialOf(input, "n2", "mountain")?.amountE4).toBe(e4(50));
    expect(potentialOf(input, "n2", "road")?.amountE4).toBe(e4(3000));
    expect(potentialOf(input, "n1", "road")?.amountE4).toBe(e4(1500)); // 8000 × 1/4 × 3/4
    expect(potentialOf(input, "s1", "road")?.amountE4).toBe(e4(3000)); // 9000 × 2/6
  });

  test("is a year's, and counts for as many months as the rule looks back", () => {
    const input = coverageWorld(sales, { potentials: [stated("n2", "road", 1200)] });
    expect(potentialOf({ ...input, rule: { ...input.rule, trailingMonths: 3 } }, "n2", "road")?.amountE4).toBe(e4(300));
  });

  test("makes cells of a line that nobody sells", () => {
    const input = coverageWorld(sales, { potentials: [stated("n2", null, 10, "clothing")] });
    expect(cellOf(input, "n2", "caps")).toMatchObject({ potential: { amountE4: e4(10), source: "shared" }, state: "white_space" });
    expect(cellOf(input, "n1", "caps").potential).toBeNull();
  });

  test("that is shared out adds up to itself exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 14 }),
        fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 12 }),
        (amountE4, weights) => {
          const regions = [
            { code: "top", parent: null, weight: null },
            ...weights.map((weight, at) => ({ code: `r${at}`, parent: "top", weight: weight / 1_000_000 })),
          ];
          const input = coverageWorld([], {
            regions,
            potentials: [{ region: "top", line: null, category: "bikes", amountE4 }],
            sales: [
              { partner: "p1", region: "r0", line: "road", revenueE4: 7 },
              { partner: "p1", region: "r0", line: "mountain", revenueE4: 5 },
            ],
          });
          expect(sumCells(coverageCells(input).cells).potentialE4).toBe(amountE4);
        },
      ),
    );
  });
});

describe("the shares of covered cells", () => {
  const input = coverageWorld([
    ["p1", "n1", "road", 400],
    ["p2", "n1", "road", 400],
    ["p4", "s1", "road", 100],
  ]);

  test("are stated with what was divided by what", () => {
    // 900 of revenue on 3 of weight: n1 300, s1 600, n2 900 of potential; n3 has none.
    const sum = sumCells(coverageCells(input).cells);
    expect(sum).toMatchObject({ cells: 4, byState: { white_space: 2, thin: 1, covered: 1, contested: 0 }, withoutPotential: 1, estimated: 3 });
    expect(coverageByPotential(sum)).toEqual({ percent: 50, numerator: e4(900), denominator: e4(1800) });
    expect(coverageByCells(sum)).toEqual({ percent: 50, numerator: 2, denominator: 4 });
    expect(overlapIndex(sum)).toEqual({ percent: 0, numerator: 0, denominator: 4 });
  });

  test("are not defined where there is nothing to divide by", () => {
    const none = sumCells([]);
    expect(none.potentialE4).toBeNull();
    for (const share of [coverageByPotential, coverageByCells, overlapIndex]) expect(share(none).percent).toBeNull();
  });

  test("of all cells are those of any parts added up", () => {
    const { cells } = coverageCells(input);
    fc.assert(
      fc.property(fc.nat(cells.length), (at) => {
        const [left, right, all] = [sumCells(cells.slice(0, at)), sumCells(cells.slice(at)), sumCells(cells)];
        for (const figure of ["cells", "revenueE4", "reachedE4", "withoutPotential", "estimated"] as const)
          expect(left[figure] + right[figure]).toBe(all[figure]);
        expect((left.potentialE4 ?? 0) + (right.potentialE4 ?? 0)).toBe(all.potentialE4);
      }),
    );
  });
});
