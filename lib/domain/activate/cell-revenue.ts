import type { CellTotal } from "./coverage-input";

/** What is sold by cell and by line, in ten-thousandths; zero where nothing is. */
export type CellRevenue = { readonly of: (region: string, line: string) => number; readonly ofLine: (line: string) => number };

export function cellRevenue(sold: readonly CellTotal[]): CellRevenue {
  const cells = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const { region, line, revenueE4 } of sold) {
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
