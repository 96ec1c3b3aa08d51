import { z } from "zod";
import { lineOfText } from "./line-of-text";
import { Organization } from "./session";

export const OrganizationName = lineOfText(120);

export const CurrencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "not the three letters of a currency, such as EUR");

const TimeZone = z.string().refine(isTimeZone, "not a time zone, such as Europe/Berlin");

/** What an administrator states about the organization. All of it is given each time. */
export const UpdateOrganization = z.strictObject({
  name: OrganizationName,
  currency: CurrencyCode,
  timeZone: TimeZone,
  fiscalStartMonth: z.number().int().min(1).max(12),
  weekStart: z.number().int().min(1).max(7),
});
export type UpdateOrganization = z.infer<typeof UpdateOrganization>;

/** `currencyInUse`: a program is published or a run evaluated, so the currency stays. */
export const OrganizationSettings = Organization.extend({ currencyInUse: z.boolean() });
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;

/** A place's name: an offset such as +02:00 knows no summer, and databases read its sign both ways. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
