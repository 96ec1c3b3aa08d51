import { today } from "@/lib/clock";
import type { ScopedDb } from "@/lib/db/scoped";
import { lastEffectiveDay } from "@/lib/domain/define/last-effective-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { faultAt } from "@/lib/errors";

/** @throws AppError unprocessable for a day from which no version may take effect */
export async function refuseFarDay(db: ScopedDb, effectiveFrom: IsoDate): Promise<void> {
  const last = lastEffectiveDay(today((await db.organizations.get()).timeZone));
  if (effectiveFrom <= last) return;
  throw faultAt("unprocessable", "effectiveFrom", `choose a day up to ${last}, which is five years ahead`);
}
