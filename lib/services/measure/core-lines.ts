import type { ProductLineRow } from "@/lib/db/kpis";
import type { KpiQuarter } from "@/lib/db/kpis/kpi-request";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";

type CoreAsked = {
  readonly program: Program;
  readonly knownAt: number;
  readonly quarters: readonly KpiQuarter[];
  readonly lines: readonly ProductLineRow[];
};

/**
 * The product lines of the category with the most revenue in all the quarters together, by internal ids; ties by code; none without any.
 * @throws AppError unprocessable for a currency without a rate
 */
export async function coreLines(db: ScopedDb, { program, knownAt, quarters, lines }: CoreAsked): Promise<number[]> {
  const rows = await db.kpis.byLine({ program, knownAt, quarters, narrowing: {} }, { before: false });
  const revenueOf = sumByKey(rows);
  const categories = new Map<string, number>();
  for (const { code, categoryCode } of lines) categories.set(categoryCode, (categories.get(categoryCode) ?? 0) + (revenueOf.get(code) ?? 0));
  const [first] = [...categories].filter(([, revenue]) => revenue > 0).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return lines.filter(({ categoryCode }) => categoryCode === first?.[0]).map(({ id }) => id);
}

function sumByKey(rows: readonly { readonly key: string; readonly revenue: number }[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { key, revenue } of rows) sums.set(key, (sums.get(key) ?? 0) + revenue);
  return sums;
}
