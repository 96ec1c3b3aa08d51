import type { OverrideRow } from "@/lib/db/overrides";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/** @throws AppError not_found */
export async function requireOverride(db: ScopedDb, number: number): Promise<OverrideRow> {
  const override = await db.overrides.find(number);
  if (override === null) throw new AppError("not_found", `There is no override ${number}.`);
  return override;
}
