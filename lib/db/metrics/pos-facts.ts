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
  const days = windows.map((split) => split.days);
  const ofDays = days.some((ranges) => ranges.length > 0)
    ? [Prisma.sql`select ${columns(place)}, ${flagsOf(days)} from (${lines(request, days.flat())}) line`]
    : [];
  return Prisma.join([monthFacts(request, windows, place), ...ofDays], " union all ");
}

/** The same from the lines alone, with two columns more: product_id and segment. */
export function posLineFacts(request: FactRequest, windows: readonly OpenRange[], place: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select ${columns(place)}, product_id, segment, ${flagsOf(windows.map((window) => [window]))} from (${lines(request, windows)}) line`;
}

function columns(place: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`partner_id, currency, ${place} as place, line_id, region_id, lines, units, net_e4`;
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
    select ${columns(place)}, ${Prisma.join(flags)}
    from pos_month where org_id = ${scope.orgId} and batch_id = any(${known}::int[]) and ${inAny}`;
}

/** Live lines of some days. */
function lines({ scope, known }: FactRequest, days: readonly OpenRange[]): Prisma.Sql {
  return Prisma.sql`
    select v.partner_id, v.currency, date_trunc('month', v.sale_date::timestamp)::date as month, p.line_id, v.region_id, v.product_id, v.segment,
      1 as lines, v.units::bigint as units, v.net_e4, v.sale_date
    from pos_line v join product p on p.org_id = v.org_id and p.id = v.product_id
    where v.org_id = ${scope.orgId} and (${inDays(days)}) and ${live("pos", { known })}`;
}

/** For each window whether the line lies in one of its stretches of days. */
function flagsOf(windows: readonly (readonly OpenRange[])[]): Prisma.Sql {
  return Prisma.join(windows.map((days, at) => Prisma.sql`(${inDays(days)}) as ${inWindow(at)}`));
}

function inDays(ranges: readonly OpenRange[]): Prisma.Sql {
  if (ranges.length === 0) return Prisma.sql`false`;
  return Prisma.join(
    ranges.map((range) => within("sale_date", range)),
    " or ",
  );
}
