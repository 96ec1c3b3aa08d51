import { UserRef } from "@/lib/contracts/user";
import { command } from "../define-service";
import { requireOtherUser } from "./require-other-user";

/** Closes somebody else's account: its sessions and tokens end at once. The last administrator stays. */
export const removeUser = command({
  permission: "user.manage",
  input: UserRef,
  run: async ({ actor, db }, { email }): Promise<{ email: string }> => {
    const user = await requireOtherUser(actor, db, { email, stays: null });
    await db.users.remove(user.id);
    await db.audit.append(actor, { action: "user.remove", target: `user ${email}`, detail: { name: user.name, role: user.role } });
    return { email };
  },
});
