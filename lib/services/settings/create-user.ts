import { hashPassword } from "@/lib/auth/password";
import { CreateUser, type User } from "@/lib/contracts/user";
import { command } from "../define-service";
import { partnerOfUser } from "./partner-of-user";

/** Opens an account that can sign in with an e-mail address and password. */
export const createUser = command({
  permission: "user.manage",
  input: CreateUser,
  run: async ({ actor, db }, { email, name, role, partner, password }): Promise<User> => {
    const partnerId = await partnerOfUser(db, partner);
    const user = await db.users.create({ email, name, role, partnerId, passwordHash: await hashPassword(password) });
    await db.audit.append(actor, { action: "user.create", target: `user ${email}`, detail: { name, role, partner } });
    return user;
  },
});
