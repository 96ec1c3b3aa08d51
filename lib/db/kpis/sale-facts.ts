import { addMonths } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { within } from "../metrics/day-range";
import { live } from "../metrics/live-facts";
import { splitByMonth } from "../metrics/month-split";
import type { KpiRequest } from "./kpi-request";

/** A stretch of days that counts for quarter `n`: its own, or the same of the year before. */
type Stretch = { readonly n: number; readonly isBefore: boolean; readonly from: IsoDate; readonly until: IsoDate };

const MONTHS_A_YEAR = 12;

function stretches({ quarters }: Pick<KpiRequest, "quarters">): Stretch[] {
  return quarters.flatMap(({ from, until }, n) => [
    { n, isBefore: false, from, until },
    { n, isBefore: true, from: addMonths(from, -MONTHS_A_YEAR), until: addMonths(until, -MONTHS_A_YEAR) },
  ]);
}

/**
 * POS that counts for the quarters and for the same days of the year before, as rows (n, is_before, partner_id, line_id, currency, lines,
 * units, net_e4): whole months from the rollup, added up by month before they are counted for up to two quarters; the days of
 * months that are not whole from the lines themselves, read only when there are any.
 */
export function saleFacts(request: KpiRequest): Prisma.Sql {
  const { scope, known, narrowing } = request;
  const ofLines = narrowing.lines === undefined ? Prisma.sql`true` : Prisma.sql`line_id = any(${narrowing.lines}::int[])`;
  const split = stretches(request).map((stretch) => ({ ...stretch, ...splitByMonth(stretch) }));
  const months = split.flatMap(({ n, isBefore, months: range }) =>
    range === null || range.from === null ? [] : monthsOf(range.from, range.until).map((month) => ({ n, isBefore, month })),
  );
  const rollup = Prisma.sql`
    select m.n, m.is_before, f.partner_id, f.line_id, f.currency, f.lines, f.units, f.net_e4
    from (
      select partner_id, month, line_id, currency, sum(lines) as lines, sum(units) as units, sum(net_e4) as net_e4
      from pos_month where org_id = ${scope.orgId} and batch_id = any(${known}::int[]) and ${ofLines} and month = any(${[...new Set(months.map(({ month }) => month))]}::date[])
      group by partner_id, month, line_id, currency
    ) f
    join unnest(${months.map(({ n }) => n)}::int[], ${months.map(({ isBefore }) => isBefore)}::boolean[], ${months.map(({ month }) => month)}::date[]) as m(n, is_before, month)
      on m.month = f.month`;
  const days = split.flatMap(({ n, isBefore, days: ranges }) =>
    ranges.map(
      (range) => Prisma.sql`
        select ${n}::int, ${isBefore}::boolean, v.partner_id, p.line_id, v.currency, 1::numeric, v.units::numeric, v.net_e4::numeric
        from pos_line v join product p on p.org_id = v.org_id and p.id = v.product_id
        where v.org_id = ${scope.orgId} and ${within("v.sale_date", range)} and ${live("pos", request)} and ${ofLines}`,
    ),
  );
  return Prisma.join([rollup, ...days], " union all ");
}

function monthsOf(from: IsoDate, until: IsoDate): IsoDate[] {
  const months: IsoDate[] = [];
  for (let month = from; month < until; month = addMonths(month, 1)) months.push(month);
  return months;
}
