import { evaluateRun } from "../../evaluate-run";
import { groupOf, seatsIn } from "../seats";
import type { PointsTerm } from "./clause";
import { ownIn, type PathView } from "./path-view";

/**
 * The score with which the partner would find a seat in a tier, as the others compete for it in the run: above that of the last one that
 * has a seat, or as high, where ties are all in. Null where every score does; "never" for a partner of no group, or a group without seats.
 */
export function seatAsked(view: PathView, tier: number): PointsTerm | "never" | null {
  const capacity = view.program.tiers[tier]?.capacity;
  if (capacity === undefined) return null;
  const { table, row } = ownIn(view);
  const group = groupOf(capacity, table, row);
  if (group === null) return "never";
  const decisions = evaluateRun(view);
  const members = decisions.flatMap((decision, at) => (groupOf(capacity, table, at) === group ? [decision] : []));
  const seats = seatsIn(capacity, members.length);
  if (seats === 0) return "never";
  const competing = members
    .filter(({ partner, tiers }) => partner !== view.partner && tiers[tier]?.capacity !== undefined)
    .map(({ score }) => score ?? UNSCORED)
    .sort((a, b) => b - a);
  const last = competing[seats - 1];
  if (last === undefined || (last === UNSCORED && capacity.ties === "allIn")) return null;
  return { op: capacity.ties === "allIn" ? ">=" : ">", bound: last, wanted: "met" };
}

/** Those without a score come last. */
const UNSCORED = -1;
