import { z } from "zod";
import { Permission } from "@/lib/access/permissions";

export const ApiToken = z.object({
  id: z.number().int(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(Permission),
  owner: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const CreateToken = z.strictObject({ name: z.string().min(1).max(80), scopes: z.array(Permission).min(1), expiresInDays: z.number().int().min(1).max(3650).nullable().default(365) });
export type CreateToken = z.infer<typeof CreateToken>;

/** `token` is shown this once. */
export const CreatedToken = ApiToken.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;
