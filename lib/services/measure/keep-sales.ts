import { QUARTERS_SHOWN } from "@/lib/contracts/kpi";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { quartersUntil } from "@/lib/domain/measure/fiscal-quarters";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { coreLines } from "./core-lines";

type DraftRun = { readonly id: number; readonly asOf: IsoDate; readonly knownAt: number };

/** Keeps what the KPIs of a draft's quarters are made of. @throws AppError unprocessable for a currency without a rate */
export async function keepSales(db: ScopedDb, program: Program, run: DraftRun): Promise<void> {
  const { knownAt } = run;
  const quarters = quartersUntil(run.asOf, program.fiscalCalendar, QUARTERS_SHOWN).map((quarter) => ({ ...quarter, runId: null }));
  const core = await coreLines(db, { program, knownAt, quarters, lines: await db.kpis.lines() });
  await db.kpis.keepSales(run.id, { program, knownAt, quarters, coreLines: core });
}
