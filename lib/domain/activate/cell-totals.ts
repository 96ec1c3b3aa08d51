import { cellKey } from "./cell-revenue";
import type { CellSale, CellTotal, CoveragePartner, Qualification } from "./coverage-input";

/** Sales added up by region and line, in the order in which they first come. A partner has one sale in a cell. */
export function cellTotals(sales: readonly CellSale[], qualification: Qualification): CellTotal[] {
  const isThere = activeQualified(qualification);
  const totals = new Map<string, CellTotal>();
  for (const sale of sales) {
    const { region, line, revenueE4 } = sale;
    const key = cellKey(region, line);
    const { revenueE4: before, partners } = totals.get(key) ?? { revenueE4: 0, partners: 0 };
    totals.set(key, { region, line, revenueE4: before + revenueE4, partners: partners + (isThere(sale) ? 1 : 0) });
  }
  return [...totals.values()];
}

/** Whether the partner of a sale is active and qualified in the cell of the sale. A partner that the run did not decide on is not qualified. */
export function activeQualified({ partners, activeFromE4, qualifiedRank }: Qualification): (sale: CellSale) => boolean {
  const qualified = new Set(partners.filter((partner) => isQualified(partner, qualifiedRank)).map(({ code }) => code));
  return ({ partner, revenueE4 }) => revenueE4 >= activeFromE4 && qualified.has(partner);
}

export function isQualified({ tierRank }: Pick<CoveragePartner, "tierRank">, qualifiedRank: number): boolean {
  return tierRank >= qualifiedRank;
}
