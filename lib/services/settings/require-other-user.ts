import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/permissions";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/**
 * The account of somebody else, about to lose its role. The administrators' rows are locked, so that of two changes at the same moment
 * one sees the other. @throws AppError not_found, or conflict for oneself and for the last administrator
 */
export async function requireOtherUser(
  actor: Actor,
  db: ScopedDb,
  { email, stays }: { email: string /** The role it will have; null when it is removed. */; stays: Role | null },
): Promise<{ id: number; role: Role; name: string }> {
  const admins = await db.users.lockAdmins();
  const user = await db.users.findActive(email);
  if (user === null) throw new AppError("not_found", `There is no account "${email}" that can sign in.`);
  if (user.id === actor.userId) throw new AppError("conflict", "This is your own account. Have another administrator do it.");
  if (user.role === "admin" && stays !== "admin" && admins === 1)
    throw new AppError("conflict", "This is the last administrator. Make somebody else one first.");
  return user;
}
