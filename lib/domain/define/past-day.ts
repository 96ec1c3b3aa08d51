import type { IsoDate } from "../shared/iso-date";

/** What is decided of a program. */
export type Decided = {
  readonly today: IsoDate;
  /** Its published runs. */
  readonly runs: readonly { readonly number: number; readonly asOf: IsoDate }[];
  /** The first days of its published versions. */
  readonly versionsFrom: readonly IsoDate[];
};

/**
 * The published runs that a version from a past day on would have governed, had it been published then: as of that day or later, and before
 * the next version's. Null where the day is not past.
 */
export function runsGovernedFrom(day: string, { today, runs, versionsFrom }: Decided): Decided["runs"] | null {
  if (day >= today) return null;
  const next = versionsFrom.filter((from) => from > day).toSorted()[0];
  return runs.filter(({ asOf }) => asOf >= day && (next === undefined || asOf < next));
}
