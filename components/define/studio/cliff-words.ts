import { formatMoneyShort, formatMoneyWhole } from "@/components/format/money";
import { counted, formatCount, formatShare, listed } from "@/components/format/number";
import { CLIFF_FROM } from "@/lib/domain/optimize/cliff-limits";
import type { Cliff } from "@/lib/domain/optimize/cliffs";
import type { SalesToCross } from "@/lib/domain/optimize/sales-to-cross";

/** Which tiers a cliff leads into, the highest first: "Elite is worth 29% of the sales that it takes to get there, Silver 21%." Of one at least. */
export function cliffsSentence([first, ...others]: readonly Cliff[]): string {
  if (first === undefined) return "";
  const also = others.map(({ upper, share }) => `${upper} ${formatShare(share ?? 0)}`);
  return `${[`${first.upper} is worth ${formatShare(first.share ?? 0)} of the sales that it takes to get there`, ...also].join(", ")}.`;
}

/** From which share on a jump invites to play the rules. */
export function cliffReason(): string {
  return `Above ${formatShare(CLIFF_FROM)}, which is about what a distributor keeps of a sale, it pays to order early, to sell at cost, or to book sales for somebody else.`;
}

/** What is not the middle of it: "$2.0K to $12.0K"; null where all need the same. */
export function rangeWords({ needed }: SalesToCross, currency: string): string | null {
  if (needed === null || needed.least === needed.most) return null;
  return `${formatMoneyShort(needed.least, currency)} to ${formatMoneyShort(needed.most, currency)}`;
}

/** Of how many partners a figure of sales is, and of whom it cannot be said: "24 of 38 looked at", "2 not by sales alone". */
export function triedWords({ tried, stuck, unknown }: SalesToCross, below: number): string[] {
  return [
    ...(tried < below ? [`${formatCount(tried)} of ${formatCount(below)} looked at`] : []),
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
