import { z } from "zod";
import { Permission } from "@/lib/access/permissions";
import { lineOfText } from "./line-of-text";
import { pageOf } from "./page";
import { RowNumber } from "./row-number";
import { Email } from "./session";

export const ApiToken = z.object({
  id: z.number().int(),
  name: z.string(),
  /** First characters, so that people can tell tokens apart. */
  prefix: z.string(),
  scopes: z.array(Permission),
  /** E-mail address of the user with whose role it acts. */
  owner: z.string(),
  createdAt: z.string(),
  /** null: never. */
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const CreateToken = z.strictObject({
  name: lineOfText(80),
  scopes: z.array(Permission).min(1),
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(365),
  /** E-mail address of the user with whose role the token acts; absent: whoever makes it. */
  owner: Email.optional(),
});
export type CreateToken = z.infer<typeof CreateToken>;

/** `token` is shown this once. */
export const CreatedToken = ApiToken.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;

export const TokenPage = pageOf(ApiToken);
export type TokenPage = z.infer<typeof TokenPage>;
export const TokenRef = z.strictObject({ id: RowNumber });
