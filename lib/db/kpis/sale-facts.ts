import { addMonths } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { within } from "../metrics/day-range";
import { live } from "../metrics/live-facts";
import { splitByMonth } from "../metrics/month-split";
import type { KpiRequest } from "./kpi-request";

/** A stretch of days that counts for quarter `n`: its own, or the same of the year before. */
type Stretch = { readonly n: number; readonly isBefore: boolean; readonly from: IsoDate; readonly until: IsoDate };

/** Which of its facts: told apart by product line or not, only those of the lines, by internal ids, and without the year before where it is not asked for. */
export type SaleScope = { readonly byLine: boolean; readonly lines?: readonly number[] | undefined; readonly withoutBefore?: boolean };

const MONTHS_A_YEAR = 12;

function stretches({ quarters }: Pick<KpiRequest, "quarters">, withoutBefore: boolean): Stretch[] {
  return quarters.flatMap(({ from, until }, n) => [
    { n, isBefore: false, from, until },
    ...(withoutBefore ? [] : [{ n, isBefore: true, from: addMonths(from, -MONTHS_A_YEAR), until: addMonths(until, -MONTHS_A_YEAR) }]),
  ]);
}

/**
 * POS of the quarters and of the same days of the year before, as rows (n, is_before, partner_id, line_id, currency, lines, units, net_e4);
 * line_id is null unless the lines are told apart. Whole months come from a rollup, by far the smaller one where lines do not matter; the days
 * of months that are not whole from the lines themselves, read only when there are any.
 */
export function saleFacts(request: KpiRequest, { byLine, lines, withoutBefore = false }: SaleScope): Prisma.Sql {
  const { scope, known } = request;
  const ofLines = lines === undefined ? Prisma.sql`true` : Prisma.sql`line_id = any(${lines}::int[])`;
  const split = stretches(request, withoutBefore).map((stretch) => ({ ...stretch, ...splitByMonth(stretch) }));
  const months = split.flatMap(({ n, isBefore, months: range }) =>
    range === null || range.from === null ? [] : monthsOf(range.from, range.until).map((month) => ({ n, isBefore, month })),
  );
  const table = byLine || lines !== undefined ? Prisma.sql`pos_month` : Prisma.sql`pos_partner_month`;
  const line = (column: Prisma.Sql) => (byLine ? column : Prisma.sql`null::int`);
  const rollup = Prisma.sql`
    select m.n, m.is_before, f.partner_id, ${line(Prisma.sql`f.line_id`)} as line_id, f.currency, f.lines, f.units, f.net_e4
    from ${table} f
    join unnest(${months.map(({ n }) => n)}::int[], ${months.map(({ isBefore }) => isBefore)}::boolean[], ${months.map(({ month }) => month)}::date[]) as m(n, is_before, month)
      on m.month = f.month
    where f.org_id = ${scope.orgId} and f.batch_id = any(${known}::int[]) and ${ofLines}`;
  const days = split.flatMap(({ n, isBefore, days: ranges }) =>
    ranges.map(
      (range) => Prisma.sql`
        select ${n}::int, ${isBefore}::boolean, v.partner_id, ${line(Prisma.sql`p.line_id`)}, v.currency, 1::int, v.units::bigint, v.net_e4
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
