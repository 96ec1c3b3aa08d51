import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { MissingRateError } from "@/lib/errors";
import { keepCells } from "@/lib/services/activate/keep-cells";
import { keepSales } from "@/lib/services/measure/keep-sales";

/** Keeps, with a draft, the sums that the pages of coverage and KPIs would add up anew for every reader: facts, rule and tiers of a run never change. */
export async function keepSums(db: ScopedDb, program: Program, run: Parameters<typeof keepSales>[2]): Promise<void> {
  await withItsRates(() => keepCells(db, program, run));
  await withItsRates(() => keepSales(db, program, run));
}

/** A run may need no money at all. Without a rate nothing is kept, and the pages that need it say which is missing. */
async function withItsRates(keeping: () => Promise<void>): Promise<void> {
  try {
    await keeping();
  } catch (error) {
    if (!(error instanceof MissingRateError)) throw error;
  }
}
