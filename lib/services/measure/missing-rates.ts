import { today } from "@/lib/clock";
import type { ImportBatch, MissingRate } from "@/lib/contracts/import-batch";
import type { ScopedDb } from "@/lib/db/scoped";
import { readProgram } from "@/lib/services/define/read-program";

/** Currencies of a batch that a program in effect today cannot convert: known on the day of the import, not at the end of the quarter. */
export async function missingRates(db: ScopedDb, { status, amounts }: ImportBatch): Promise<MissingRate[]> {
  const currencies = Object.keys(amounts.read ?? {}).toSorted();
  if (currencies.length === 0 || status === "discarded" || status === "failed") return [];
  const { timeZone } = await db.organizations.get();
  const missing: MissingRate[] = [];
  for (const { id, version, name } of await db.programs.listVersionsInEffect(today(timeZone))) {
    const { currency: to, exchangeRates } = await readProgram(db, id);
    const known = new Set([to, ...exchangeRates.map(({ currency }) => currency)]);
    missing.push(...currencies.filter((from) => !known.has(from)).map((from) => ({ program: name, version, from, to })));
  }
  return missing;
}
