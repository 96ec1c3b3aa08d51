import type { MetricsAt, PartnerMetrics } from "@/lib/db/metrics";
import type { RegionRow } from "@/lib/db/regions";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Reading } from "@/lib/domain/run-input";
import { addDays, addMonths, startOfMonth } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";

type ReadingsByPartner = Map<number, Reading[]>;

/** What partners measure in the program's other readings, by internal partner id, the newest month end or the first region first; none of a program that measures once. */
export async function collectReadings(db: ScopedDb, at: MetricsAt, regions: readonly RegionRow[]): Promise<ReadingsByPartner> {
  const { readings } = at.program;
  const byPartner: ReadingsByPartner = new Map();
  const add = (reading: string, measured: ReadonlyMap<number, PartnerMetrics["metrics"]>) => {
    for (const [partner, metrics] of measured) {
      const own = byPartner.get(partner);
      if (own === undefined) byPartner.set(partner, [{ reading, metrics }]);
      else own.push({ reading, metrics });
    }
  };
  if (readings?.kind === "monthEnds") {
    for (const day of monthEndsBefore(at.asOf, readings.last - 1)) add(day, await db.metrics.collectAsOf({ ...at, asOf: day }));
  }
  if (readings?.kind === "regions") {
    for (const { code } of regions.filter(({ path }) => path.length === readings.level)) {
      const within = regions.filter(({ path }) => path.includes(code)).map(({ id }) => id);
      add(code, await db.metrics.collectWithin(at, within));
    }
  }
  return byPartner;
}

/** The last days of the months before the one that the as-of date lies in, newest first. */
function monthEndsBefore(asOf: IsoDate, count: number): IsoDate[] {
  return Array.from({ length: count }, (_, back) => addDays(addMonths(startOfMonth(asOf), -back), -1));
}
