import type { ScopedDb } from "@/lib/db/scoped";
import { faultAt } from "@/lib/errors";

/** The internal id of the partner that a user is linked to; null for staff. @throws AppError unprocessable when there is no such partner */
export async function partnerOfUser(db: ScopedDb, code: string | null): Promise<number | null> {
  if (code === null) return null;
  const id = await db.partners.idOf(code);
  if (id !== null) return id;
  throw faultAt("unprocessable", "partner", `there is no partner with the code "${code}"`);
}
