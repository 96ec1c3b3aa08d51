import { formatFixed } from "@/components/format/number";

const DECIMALS = 1;
const SMALLEST = 0.1;

/** Points between a score and the nearest cut for a column of figures. What is not nothing is never written as 0.0. */
export function cutDistance(points: number): string {
  return points !== 0 && points < SMALLEST / 2 ? `< ${formatFixed(SMALLEST, DECIMALS)}` : formatFixed(points, DECIMALS);
}

/** The same in words. The distance has no sign, but a score right at a cut meets it. */
export function cutWords(points: number): string {
  return points === 0 ? "just meets a cut" : `${cutDistance(points)} from a cut`;
}
