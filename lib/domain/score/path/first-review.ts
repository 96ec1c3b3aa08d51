import { nextReview } from "../../define/next-review";
import type { Program } from "../../define/program";
import type { IsoDate } from "../../shared/iso-date";
import type { LaterPath, Path } from "./path-advice";
import { TooComplex } from "./work-limit";

/**
 * The first review after a day at which some path counts, found by halves: whatever counts at a review counts at those after it, and the
 * cheapest path of all at that which follows its own day. Null when looking takes more work than is left, for the paths are known by then.
 */
export function firstReviewOf(within: (day: IsoDate) => Path | null, best: Path, after: IsoDate, program: Program): LaterPath | null {
  const reviews = reviewsUntil(best.countsOn, after, program);
  let [from, until, path] = [0, reviews.length - 1, best];
  try {
    while (from < until) {
      const middle = (from + until) >>> 1;
      const found = within(reviews[middle] ?? best.countsOn);
      if (found === null) from = middle + 1;
      else [until, path] = [middle, found];
    }
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
  const review = reviews[until];
  return review === undefined ? null : { review, path };
}

/** Those after a day, the last being the first at or after the end. */
function reviewsUntil(end: IsoDate, after: IsoDate, program: Program): IsoDate[] {
  const reviews = [nextReview(after, program)];
  for (let last = reviews[0]; last !== undefined && last < end; ) {
    last = nextReview(last, program);
    reviews.push(last);
  }
  return reviews;
}
