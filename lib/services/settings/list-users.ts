import { z } from "zod";
import type { User } from "@/lib/contracts/session";
import { query } from "../define-service";

/** Everybody who has or had an account, by e-mail address. */
export const listUsers = query({
  permission: "user.manage",
  input: z.strictObject({}),
  run: async ({ db }): Promise<{ items: User[] }> => ({ items: await db.users.list() }),
});
