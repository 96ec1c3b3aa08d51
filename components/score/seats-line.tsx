import { counted, formatCount } from "@/components/format/number";
import type { ScorecardSeats } from "@/lib/contracts/scorecard";
import type { Reader } from "./reader";
import { VerdictMark } from "./verdict-mark";

type SeatsLineProps = { readonly seats: ScorecardSeats; readonly reader: Reader };

/** Whether a tier with a capacity has a seat for the partner. */
export function SeatsLine({ seats, reader }: SeatsLineProps) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-t border-line py-1.5">
      <span>
        One of {counted(seats.seats, "seat")}, which go to the best scores
        <span className="block text-sm text-muted">{placeWords(seats, reader)}</span>
      </span>
      <VerdictMark verdict={seats.seated ? "met" : "short"} />
    </div>
  );
}

function placeWords({ seats, seated, competing, place }: ScorecardSeats, reader: Reader): string {
  if (reader === "partner") return seated ? "You have one of them." : "All are taken by partners with higher scores.";
  if (competing === null || place === null) return seats === 0 ? "It belongs to no group that the seats are for." : "";
  return `Place ${formatCount(place)} of the ${formatCount(competing)} that qualify.`;
}
