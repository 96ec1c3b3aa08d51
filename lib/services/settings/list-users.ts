import { z } from "zod";
import { type UserPage, UsersQuery } from "@/lib/contracts/user";
import { query } from "../define-service";
import { decodeCursor, encodeCursor } from "../page-cursor";

/** Who has or had an account, by e-mail address, page by page. */
export const listUsers = query({
  permission: "user.manage",
  input: UsersQuery,
  run: async ({ actor, db }, { cursor, limit, search, state, kind }): Promise<UserPage> => {
    const found = await db.users.list({ search, state, kind, after: decodeCursor(cursor, z.string()), limit: limit + 1 });
    const self = actor.userId === null ? null : await db.users.findAccount(actor.userId);
    const items = found.slice(0, limit).map((user) => ({ ...user, isSelf: user.email === self?.email }));
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.email) : null };
  },
});
