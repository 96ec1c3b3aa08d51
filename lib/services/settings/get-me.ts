import { z } from "zod";
import { Permission } from "@/lib/access/permissions";
import type { Me } from "@/lib/contracts/session";
import { query } from "../define-service";

/** Who asks, in which organization, and what they may do. */
export const getMe = query({
  permission: "organization.read",
  input: z.strictObject({}),
  run: async ({ actor, db }): Promise<Me> => ({
    kind: actor.kind,
    name: actor.name,
    role: actor.role,
    organization: await db.organizations.get(),
    partner: await db.partners.own(),
    permissions: Permission.options.filter((permission) => actor.reach(permission) !== "none"),
  }),
});
