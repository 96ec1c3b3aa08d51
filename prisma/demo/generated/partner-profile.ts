import { daysBetween } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";

/** What the generated data of a partner leans on: its real sales. */
export type PartnerProfile = {
  readonly code: string;
  /** Day of its first sale; null when it never sold. */
  readonly firstSale: IsoDate | null;
  /** Mean sales per month from its first sale to DATA_ENDS, in US dollars; 0 when it never sold. */
  readonly monthlySales: number;
  /** Share of the partners that sell less, 0 to 1. */
  readonly strength: number;
};

/** The first day without data, and the as-of date of the demo the day before. */
export const DATA_ENDS = IsoDate.parse("2013-12-01");

const DAYS_PER_MONTH = 365.25 / 12;

/** One profile per partner, in the order of `partners`. Rows as in the files of prisma/demo/adventureworks. */
export function partnerProfiles(partners: readonly Record<string, string>[], pos: readonly Record<string, string>[]): PartnerProfile[] {
  const sold = new Map<string, { first: string; total: number }>();
  for (const { partner_code = "", sale_date: day = "", net_amount } of pos) {
    const sales = sold.get(partner_code) ?? { first: day, total: 0 };
    sales.total += Number(net_amount);
    if (day < sales.first) sales.first = day;
    sold.set(partner_code, sales);
  }
  const monthly = partners.map(({ code = "" }) => {
    const sales = sold.get(code);
    if (sales === undefined) return { code, firstSale: null, monthlySales: 0 };
    const firstSale = IsoDate.parse(sales.first);
    return { code, firstSale, monthlySales: (sales.total * DAYS_PER_MONTH) / daysBetween(firstSale, DATA_ENDS) };
  });
  const ascending = monthly.map(({ monthlySales }) => monthlySales).sort((a, b) => a - b);
  return monthly.map((partner) => ({ ...partner, strength: ascending.indexOf(partner.monthlySales) / partners.length }));
}
