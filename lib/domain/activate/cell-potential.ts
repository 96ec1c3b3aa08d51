import { divideHalfAway, exactDecimal, tenTo } from "../shared/exact-decimal";
import { splitByWeight } from "../shared/money";
import { type CellRevenue, cellKey } from "./cell-revenue";
import type { CoverageInput, CoverageLine, StatedPotential } from "./coverage-input";
import type { RegionTree } from "./region-tree";

/**
 * What a cell could bring in the rule's window, in ten-thousandths. `stated` was imported for this very cell, `shared` is its part of what was
 * imported for a larger region or a category, `estimated` is the line's revenue per unit of regional weight.
 */
export type CellPotential = { readonly amountE4: number; readonly source: "stated" | "shared" | "estimated" };

/** By region and line; null where nothing is known. */
export type CellPotentials = (region: string, line: string) => CellPotential | null;

const MONTHS_OF_YEAR = 12n;
const WEIGHT_DECIMALS = 6;

/**
 * The nearest statement goes before all others: one of the cell's own region before one of a region further up, and there one of the
 * line before one of its category. Without any, the estimate.
 */
export function cellPotentials(input: CoverageInput, tree: RegionTree, revenue: CellRevenue): CellPotentials {
  const estimate = estimates(input, tree, revenue);
  const stated = new Map(input.potentials.map((potential) => [nameOf(potential), { potential, shares: sharesOf(potential, input, tree, revenue) }]));
  const categoryOf = new Map(input.lines.map(({ code, category }) => [code, category]));

  return (region, line) => {
    for (const over of tree.upFrom(region)) {
      const names = [nameOf({ region: over, line, category: "" }), nameOf({ region: over, line: null, category: categoryOf.get(line) ?? "" })];
      const nearest = names.flatMap((name) => stated.get(name) ?? []).at(0);
      const share = nearest?.shares.get(cellKey(region, line));
      if (nearest === undefined || share === undefined) continue;
      return { amountE4: share, source: nearest.potential.line !== null && over === region ? "stated" : "shared" };
    }
    return estimate(region, line);
  };
}

/**
 * The line's revenue in the leaves where it is sold, divided by the weight of those leaves, times the weight of this one. Leaves without a
 * weight are left out on both sides, and have no estimate; nor has a line that is sold nowhere.
 */
function estimates({ lines }: CoverageInput, { leaves }: RegionTree, revenue: CellRevenue): CellPotentials {
  const weightOf = new Map(leaves.flatMap(({ code, weight }) => (weight === null ? [] : [[code, wholeWeight(weight)] as const])));
  const bases = new Map(
    lines.map(({ code: line }) => {
      const soldIn = leaves.filter(({ code }) => revenue.of(code, line) > 0);
      const weighed = soldIn.flatMap(({ code }) => {
        const weight = weightOf.get(code);
        return weight === undefined ? [] : [{ weight, revenue: BigInt(revenue.of(code, line)) }];
      });
      const sum = (of: "weight" | "revenue") => weighed.reduce((total, region) => total + region[of], 0n);
      return [line, { revenue: sum("revenue"), weight: sum("weight") }];
    }),
  );
  return (region, line) => {
    const [weight, base] = [weightOf.get(region), bases.get(line)];
    if (weight === undefined || base === undefined || base.weight === 0n) return null;
    return { amountE4: Number(divideHalfAway(base.revenue * weight, base.weight)), source: "estimated" };
  };
}

/** The parts of a statement by cell, adding up to it exactly. Regions without a weight get none of what is said of a larger one. */
function sharesOf(
  { region, line, category, amountE4 }: StatedPotential,
  { rule, lines }: CoverageInput,
  tree: RegionTree,
  revenue: CellRevenue,
): Map<string, number> {
  const amount = divideHalfAway(BigInt(amountE4) * BigInt(rule.trailingMonths), MONTHS_OF_YEAR);
  const places = tree.isLeaf(region) ? [{ code: region, weight: 1n }] : weighedLeaves(tree, region);
  const ofLines = line === null ? weighedLines(lines, category, revenue) : [{ code: line, weight: 1n }];
  const parts = (total: bigint, among: readonly Weighed[]) =>
    among.length === 0
      ? []
      : splitByWeight(
          total,
          among.map(({ weight }) => weight),
        );
  const byPlace = parts(amount, places);
  return new Map(
    places.flatMap((place, at) => {
      const byLine = parts(byPlace[at] ?? 0n, ofLines);
      return ofLines.map((of, position) => [cellKey(place.code, of.code), Number(byLine[position] ?? 0n)] as const);
    }),
  );
}

type Weighed = { readonly code: string; readonly weight: bigint };

function weighedLeaves(tree: RegionTree, region: string): Weighed[] {
  return tree.leavesOf(region).flatMap(({ code, weight }) => (weight === null ? [] : [{ code, weight: wholeWeight(weight) }]));
}

function weighedLines(lines: readonly CoverageLine[], category: string, revenue: CellRevenue): Weighed[] {
  return lines.filter((line) => line.category === category).map(({ code }) => ({ code, weight: BigInt(Math.max(0, revenue.ofLine(code))) }));
}

/** A weight in millionths, so that all are whole. */
function wholeWeight(weight: number): bigint {
  const { digits, decimals } = exactDecimal(weight);
  return decimals <= WEIGHT_DECIMALS ? digits * tenTo(WEIGHT_DECIMALS - decimals) : divideHalfAway(digits, tenTo(decimals - WEIGHT_DECIMALS));
}

function nameOf({ region, line, category }: Pick<StatedPotential, "region" | "line" | "category">): string {
  return JSON.stringify(line === null ? [region, null, category] : [region, line]);
}
