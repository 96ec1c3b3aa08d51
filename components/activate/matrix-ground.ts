import type { CoverageSum } from "@/lib/contracts/coverage";
import type { CoverageState } from "@/lib/domain/activate/coverage-state";
import { coverageByPotential } from "@/lib/domain/activate/coverage-sum";

/** The ground of cells of one state, beside its mark. */
export const STATE_GROUNDS: Readonly<Record<CoverageState, string>> = {
  white_space: "bg-warn/32",
  thin: "stripes",
  covered: "",
  contested: "bg-accent-soft",
};

/** The ground of cells of several states: the deeper, the less of their potential is covered. */
export const COVERAGE_GROUNDS = [
  { from: 90, ground: "", words: "90% and more" },
  { from: 70, ground: "bg-warn/8", words: "from 70%" },
  { from: 40, ground: "bg-warn/16", words: "from 40%" },
  { from: 10, ground: "bg-warn/24", words: "from 10%" },
  { from: 0, ground: "bg-warn/32", words: "below 10%" },
] as const;

export function coverageGround(sum: CoverageSum): string {
  const { percent } = coverageByPotential(sum);
  return percent === null ? "" : (COVERAGE_GROUNDS.find(({ from }) => percent >= from)?.ground ?? "");
}
