import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import type { PastQuarter } from "@/lib/domain/optimize/back-test/past-quarters";
import { quarterRevenue } from "@/lib/domain/optimize/back-test/quarter-revenue";
import { revenueChanges } from "@/lib/domain/optimize/back-test/what-followed";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";

type Followed = { readonly program: Program; readonly quarter: PastQuarter; readonly knownAt: number };

const MONTHS_A_YEAR = 12;

/**
 * By how much each partner's revenue in a quarter differs from that of the year before, as a share, in their order. `knownAt`: today's, since what
 * followed is hindsight. Null where the program measures no sales.
 */
export async function changesThatFollowed(
  db: ScopedDb,
  { program, quarter: { until, lastDay }, knownAt }: Followed,
  partners: readonly { readonly id: number }[],
): Promise<(number | null)[] | null> {
  const metric = quarterRevenue(program);
  if (metric === null) return null;
  const measured = { program: { ...program, metrics: [metric] }, knownAt };
  const sold = await db.metrics.collectAsOf({ ...measured, asOf: lastDay });
  const yearBefore = await db.metrics.collectAsOf({ ...measured, asOf: addDays(addMonths(until, -MONTHS_A_YEAR), -1) });
  const valueIn = (quarter: typeof sold, id: number) => quarter.get(id)?.[metric.key]?.value ?? null;
  return revenueChanges(partners.map(({ id }) => ({ sold: valueIn(sold, id), yearBefore: valueIn(yearBefore, id) })));
}
