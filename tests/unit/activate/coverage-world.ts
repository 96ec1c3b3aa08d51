import { cellTotals } from "@/lib/domain/activate/cell-totals";
import type { CellSale, CoverageInput } from "@/lib/domain/activate/coverage-input";
import type { CandidateInput } from "@/lib/domain/activate/gap-candidates";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";

export const RULE: CoverageRule = {
  trailingMonths: 12,
  activeFrom: 100,
  qualifiedTier: "silver",
  thin: { fewerThan: 2, belowPercent: 50 },
  contestedAbove: 3,
};

/** Ten-thousandths of whole major units. */
export const e4 = (major: number) => major * 10_000;

type Sale = readonly [partner: string, region: string, line: string, major: number];

/** What is given; the rest follows from the sales. */
type World = Omit<CoverageInput & CandidateInput, "sold" | "best" | "inGaps" | "totals"> & { readonly sales: readonly CellSale[] };

/**
 * World with north (n1 of weight 1, n2 of 3, n3 without a weight) and south (s1 of weight 2); lines road and mountain of bikes, and caps.
 * Partners p1 to p4 are qualified and lie in n1, n1, n2 and s1; q1, in n1, is not.
 */
export function coverageWorld(sales: readonly Sale[], changes: Partial<World> = {}): CoverageInput & CandidateInput {
  const world: World = {
    rule: RULE,
    activeFromE4: e4(RULE.activeFrom),
    qualifiedRank: 1,
    regions: [
      { code: "world", parent: null, weight: null },
      { code: "north", parent: "world", weight: 100 },
      { code: "south", parent: "world", weight: null },
      { code: "n1", parent: "north", weight: 1 },
      { code: "n2", parent: "north", weight: 3 },
      { code: "n3", parent: "north", weight: null },
      { code: "s1", parent: "south", weight: 2 },
    ],
    lines: [
      { code: "road", category: "bikes" },
      { code: "mountain", category: "bikes" },
      { code: "caps", category: "clothing" },
    ],
    partners: [
      { code: "p1", region: "n1", tierRank: 1 },
      { code: "p2", region: "n1", tierRank: 2 },
      { code: "p3", region: "n2", tierRank: 1 },
      { code: "p4", region: "s1", tierRank: 3 },
      { code: "q1", region: "n1", tierRank: 0 },
    ],
    sales: sales.map(([partner, region, line, major]) => ({ partner, region, line, revenueE4: e4(major) })),
    potentials: [],
    ...changes,
  };
  const sums = (keyOf: (sale: CellSale) => string) => {
    const of = new Map<string, number>();
    for (const sale of world.sales) of.set(keyOf(sale), (of.get(keyOf(sale)) ?? 0) + sale.revenueE4);
    return of;
  };
  const categoryOf = new Map(world.lines.map(({ code, category }) => [code, category]));
  const best = (["line", "category"] as const).flatMap((of) =>
    [...sums(({ partner, line }) => `${partner} ${of === "line" ? line : categoryOf.get(line)}`)]
      .filter(([, revenueE4]) => revenueE4 > 0)
      .map(([key, revenueE4]) => {
        const [partner = "", code = ""] = key.split(" ");
        return { partner, of, code, revenueE4 };
      }),
  );
  return { ...world, sold: cellTotals(world.sales, world), best, inGaps: world.sales, totals: sums(({ partner }) => partner) };
}
