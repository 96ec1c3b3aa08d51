import type { PathWay } from "@/lib/contracts/path";

/** The ways to look at first: those of the least effort and, where none of them is in time, the easiest that is. */
export function shownWays(ways: readonly PathWay[]): { readonly shown: readonly PathWay[]; readonly others: readonly PathWay[] } {
  const isEasiestInTime = ways.some(({ easiest, inTime }) => easiest && inTime);
  const firstInTime = isEasiestInTime ? undefined : ways.find(({ inTime }) => inTime);
  const isShown = (way: PathWay) => way.easiest || way === firstInTime;
  return { shown: ways.filter(isShown), others: ways.filter((way) => !isShown(way)) };
}
