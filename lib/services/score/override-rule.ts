import { today } from "@/lib/clock";
import { OVERRIDE_MOST_MONTHS } from "@/lib/contracts/override";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { AppError } from "@/lib/errors";
import { readProgram } from "@/lib/services/define/read-program";

/** What an override made today can say: a tier of the version in effect, and the first day without it, between two. */
export type OverrideRule = {
  readonly programId: number;
  readonly version: number;
  readonly tiers: Program["tiers"];
  readonly expires: { readonly first: IsoDate; readonly last: IsoDate };
};

/** @throws AppError not_found while no version of the program is in effect */
export async function overrideRule(db: ScopedDb, program: string): Promise<OverrideRule> {
  const day = today((await db.organizations.get()).timeZone);
  const inEffect = await db.programs.findVersionInEffect(program, day);
  if (inEffect === null)
    throw new AppError("not_found", `No version of the program "${program}" is in effect today, so there is no tier to set. Publish one first.`);
  const { tiers } = await readProgram(db, inEffect.id);
  return {
    programId: inEffect.program.id,
    version: inEffect.version,
    tiers,
    expires: { first: addDays(day, 1), last: addMonths(day, OVERRIDE_MOST_MONTHS) },
  };
}
