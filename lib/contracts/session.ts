import { z } from "zod";
import { Permission, Role } from "@/lib/access/permissions";
import { Ref } from "./page";

export const Organization = z.object({
  name: z.string(),
  /** ISO 4217 code of the currency that results are shown in. */
  currency: z.string(),
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStartMonth: z.number().int(),
  /** IANA time zone whose midnight starts a business day. */
  timeZone: z.string(),
  /** First day of the week: 1 is Monday, 7 Sunday. */
  weekStart: z.number().int(),
  /** Demonstration data, some of it generated. */
  isDemo: z.boolean(),
});
export type Organization = z.infer<typeof Organization>;

/** Who is asking, and what they may do. */
export const Me = z.object({
  kind: z.enum(["user", "token", "system"]),
  name: z.string(),
  role: Role,
  organization: Organization,
  /** The partner that a partner user belongs to; null for staff. */
  partner: Ref.nullable(),
  permissions: z.array(Permission),
});
export type Me = z.infer<typeof Me>;

/** One e-mail address however it is typed. */
export const Email = z.string().trim().toLowerCase().pipe(z.email("not an e-mail address").max(254));

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_BYTES = 4096;

export const NewPassword = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `use at least ${PASSWORD_MIN_LENGTH} characters; a few words make a good password`)
  .refine((password) => new TextEncoder().encode(password).length <= PASSWORD_MAX_BYTES, `use at most ${PASSWORD_MAX_BYTES} bytes`);

/** Changing one's own password ends every other session. */
export const ChangePassword = z.strictObject({ current: z.string().max(PASSWORD_MAX_BYTES), password: NewPassword });
export type ChangePassword = z.infer<typeof ChangePassword>;
