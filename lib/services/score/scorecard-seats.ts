import type { ScorecardSeats } from "@/lib/contracts/scorecard";
import type { CapacityCheck } from "@/lib/domain/score/decision";

/** For the partner: how many compete and in which order would tell of others. Null where there was no seat to compete for. */
export function ownSeats(capacity: CapacityCheck | undefined): ScorecardSeats | null {
  return capacity === undefined ? null : { seats: capacity.seats, seated: capacity.verdict === "met", competing: null, place: null };
}

/** For staff. */
export function staffSeats(capacity: CapacityCheck | undefined): ScorecardSeats | null {
  const own = ownSeats(capacity);
  return own === null || capacity === undefined ? null : { ...own, competing: capacity.competing, place: capacity.place };
}
