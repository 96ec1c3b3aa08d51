import { Prisma } from "../generated/prisma/client";
import { within } from "./day-range";
import { live } from "./live-facts";
import type { MetricRequest } from "./metric-request";
import { type MonthSplit, type OpenRange, rangeAround } from "./month-split";

type FactRequest = Pick<MetricRequest, "scope" | "known">;

/**
 * What the known batches say was sold, as rows of partner_id, currency, place, line_id, region_id, lines, units and net_e4, with one column for
 * each window that tells whether the row lies in it (`inWindow`). Whole months come from the rollup, the days left over from the lines themselves.
 */
export function posFacts(request: FactRequest, windows: readonly MonthSplit[], place: Prisma.Sql): Prisma.Sql {
  return Prisma.join([monthFacts(request, windows, place), ...dayFacts(request, windows, place)], " union all ");
}

/** The column of the window at that position. */
export function inWindow(at: number): Prisma.Sql {
  return Prisma.raw(`in_${at}`);
}

/** Cells of whole months: what the known batches add, less what they retire. */
function monthFacts({ scope, known }: FactRequest, splits: readonly MonthSplit[], place: Prisma.Sql): Prisma.Sql {
  const flags = splits.map(({ months }, at) => Prisma.sql`${months === null ? Prisma.sql`false` : within("month", months)} as ${inWindow(at)}`);
  const around = rangeAround(splits.flatMap(({ months }) => months ?? []));
  // One range around all is tested faster than each; what lies between them is in none, and not added up.
  const inAny = around === null ? Prisma.sql`false` : within("month", around);
  return Prisma.sql`
    select partner_id, currency, ${place} as place, line_id, region_id, lines, units, net_e4, ${Prisma.join(flags)}
    from pos_month where org_id = ${scope.orgId} and batch_id = any(${known}::int[]) and ${inAny}`;
}

/** Live lines of the days outside whole months. None when every window is made of whole months. */
function dayFacts(request: FactRequest, splits: readonly MonthSplit[], place: Prisma.Sql): Prisma.Sql[] {
  const days = splits.flatMap((split) => split.days);
  if (days.length === 0) return [];
  const inDays = (ranges: readonly OpenRange[]): Prisma.Sql =>
    ranges.length === 0
      ? Prisma.sql`false`
      : Prisma.join(
          ranges.map((range) => within("sale_date", range)),
          " or ",
        );
  const flags = splits.map((split, at) => Prisma.sql`(${inDays(split.days)}) as ${inWindow(at)}`);
  return [
    Prisma.sql`
      select partner_id, currency, ${place} as place, line_id, region_id, lines, units, net_e4, ${Prisma.join(flags)}
      from (
        select v.partner_id, v.currency, date_trunc('month', v.sale_date::timestamp)::date as month, p.line_id, v.region_id, 1 as lines, v.units::bigint as units, v.net_e4, v.sale_date
        from pos_line v join product p on p.org_id = v.org_id and p.id = v.product_id
        where v.org_id = ${request.scope.orgId} and (${inDays(days)}) and ${live("pos", request)}
      ) line`,
  ];
}
