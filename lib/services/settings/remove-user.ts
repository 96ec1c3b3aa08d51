import { UserRef } from "@/lib/contracts/session";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";

/** Closes an account: its sessions and tokens end at once. The last administrator stays. */
export const removeUser = command({
  permission: "user.manage",
  input: UserRef,
  run: async ({ actor, db }, { email }): Promise<{ email: string }> => {
    const admins = await db.users.lockAdmins();
    const user = await db.users.findActive(email);
    if (user === null) throw new AppError("not_found", `There is no account "${email}" that can sign in.`);
    if (user.role === "admin" && admins === 1) throw new AppError("conflict", "This is the last administrator. Make somebody else one first.");
    await db.users.remove(user.id);
    await db.audit.append(actor, { action: "user.remove", target: `user ${email}`, detail: { name: user.name, role: user.role } });
    return { email };
  },
});
