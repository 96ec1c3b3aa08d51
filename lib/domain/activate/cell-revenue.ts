import type { CellSale } from "./coverage-input";

/** Sales added up by cell, in ten-thousandths; zero where there are none. */
export type CellRevenue = { readonly of: (region: string, line: string) => number; readonly ofLine: (line: string) => number };

export function cellRevenue(sales: readonly CellSale[]): CellRevenue {
  const cells = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const { region, line, revenueE4 } of sales) {
    const key = cellKey(region, line);
    cells.set(key, (cells.get(key) ?? 0) + revenueE4);
    lines.set(line, (lines.get(line) ?? 0) + revenueE4);
  }
  return { of: (region, line) => cells.get(cellKey(region, line)) ?? 0, ofLine: (line) => lines.get(line) ?? 0 };
}

/** One text for a region and a line, whatever characters their codes are made of. */
export function cellKey(region: string, line: string): string {
  return `${region.length} ${region} ${line}`;
}
