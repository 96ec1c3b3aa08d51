import { hashPassword } from "@/lib/auth/password";
import { CreateUser, type User } from "@/lib/contracts/session";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";

/** Opens an account that can sign in with an e-mail address and password. */
export const createUser = command({
  permission: "user.manage",
  input: CreateUser,
  run: async ({ actor, db }, { email, name, role, partner, password }): Promise<User> => {
    const partnerId = partner === null ? null : await db.partners.idOf(partner);
    if (partner !== null && partnerId === null) throw new AppError("unprocessable", `partner: there is no partner with the code "${partner}".`);
    const user = await db.users.create({ email, name, role, partnerId, passwordHash: await hashPassword(password) });
    await db.audit.append(actor, { action: "user.create", target: `user ${email}`, detail: { name, role, partner } });
    return user;
  },
});
