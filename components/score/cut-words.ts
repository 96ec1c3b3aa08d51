import { formatFixed } from "@/components/format/number";
import type { NearestCut } from "./nearest-cut";

const DECIMALS = 1;
const SMALLEST = 0.1;

/** Points between a score and the nearest cut for a column of figures. What is not nothing is never written as 0.0. */
export function cutDistance(points: number): string {
  return points !== 0 && points < SMALLEST / 2 ? `< ${formatFixed(SMALLEST, DECIMALS)}` : formatFixed(points, DECIMALS);
}

/** The same in words. Without `cut`, which an older run did not note, only how far; a score right at a cut meets it. */
export function cutWords(points: number, cut: NearestCut | null): string {
  if (points === 0) return `just meets ${cut === null ? "a cut" : `the ${cut.tier} cut`}`;
  return `${cutDistance(points)} ${cut === null ? "from a cut" : `${cut.side} the ${cut.tier} cut`}`;
}
