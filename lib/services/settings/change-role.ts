import { ChangeRole, type User } from "@/lib/contracts/user";
import { command } from "../define-service";
import { partnerOfUser } from "./partner-of-user";
import { requireOtherUser } from "./require-other-user";

/** Gives somebody else another role, from their next request on. The last administrator stays one. */
export const changeRole = command({
  permission: "user.manage",
  input: ChangeRole,
  run: async ({ actor, db }, { email, role, partner }): Promise<User> => {
    const user = await requireOtherUser(actor, db, { email, stays: role });
    const changed = await db.users.changeRole(user.id, role, await partnerOfUser(db, partner));
    await db.audit.append(actor, { action: "user.change_role", target: `user ${email}`, detail: { before: user.role, role, partner } });
    return changed;
  },
});
