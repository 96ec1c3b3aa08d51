import { z } from "zod";
import { now } from "@/lib/clock";
import type { Invitation } from "@/lib/contracts/user";
import { query } from "../define-service";

const SHOWN = 50;

/** The newest invitations with what has become of them. */
export const listInvitations = query({
  permission: "user.manage",
  input: z.strictObject({}),
  run: async ({ db }): Promise<{ items: Invitation[] }> => ({ items: await db.invitations.list(now(), SHOWN) }),
});
