import { formatMoneyShort, formatMoneyWhole } from "@/components/format/money";
import { counted, formatCount, formatShare, listed } from "@/components/format/number";
import { CLIFF_FROM } from "@/lib/domain/optimize/cliff-limits";
import type { Cliff } from "@/lib/domain/optimize/cliffs";
import type { SalesToCross } from "@/lib/domain/optimize/sales-to-cross";

/** Why a cut is a cliff. */
export function cliffSentence({ upper, share }: Cliff): string {
  return `${upper} is worth ${formatShare(share ?? 0)} of the sales that it takes to get there: more than ${formatShare(CLIFF_FROM)}, what is commonly left of a sale. Orders placed early, goods sold at cost, or sales booked for somebody else would pay.`;
}

/** What is not the middle of it: "$2.0K to $12.0K"; null where all need the same. */
export function rangeWords({ needed }: SalesToCross, currency: string): string | null {
  if (needed === null || needed.least === needed.most) return null;
  return `${formatMoneyShort(needed.least, currency)} to ${formatMoneyShort(needed.most, currency)}`;
}

/** How many partners a figure of sales is of, and of which it cannot be said: "of 38 of 40 looked at", "2 not by sales alone". */
export function triedWords({ tried, crossing, stuck, unknown }: SalesToCross, below: number): string[] {
  return [
    ...(tried < below ? [`${formatCount(tried)} of ${formatCount(below)} looked at`] : []),
    ...(crossing > 0 && crossing < tried ? [`${formatCount(crossing)} by sales alone`] : []),
    ...(stuck > 0 ? [`${formatCount(stuck)} not by sales alone`] : []),
    ...(unknown > 0 ? [`${formatCount(unknown)} cannot be said`] : []),
  ];
}

/** How far sales were raised, and in which steps. */
export function stepWords({ step, furthest }: SalesToCross, currency: string): string {
  return `Sales in steps of ${formatMoneyWhole(step, currency)} a year, up to ${formatMoneyWhole(furthest, currency)} more.`;
}

/** The partner for which the jump is valued. */
export function typicalWords({ typicalRevenue, below, above }: Cliff, currency: string): string {
  if (typicalRevenue === null) return "No revenue is known near this cut, so that rates have no value here.";
  return `For a partner that sells ${formatMoneyWhole(typicalRevenue, currency)} a year, the median of the ${counted(below + above, "partner")} near this cut.`;
}

/** What makes a difference and has no value in a year; null where nothing is left out. */
export function uncountedWords({ jump: { uncounted } }: Cliff): string | null {
  return uncounted.length === 0 ? null : `Not counted, though it differs: ${listed(uncounted)}.`;
}
