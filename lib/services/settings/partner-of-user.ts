import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/** The internal id of the partner that a user is linked to; null for staff. @throws AppError unprocessable when there is no such partner */
export async function partnerOfUser(db: ScopedDb, code: string | null): Promise<number | null> {
  if (code === null) return null;
  const id = await db.partners.idOf(code);
  if (id !== null) return id;
  const message = `there is no partner with the code "${code}"`;
  throw new AppError("unprocessable", `partner: ${message}.`, { issues: [{ path: "partner", message }] });
}
