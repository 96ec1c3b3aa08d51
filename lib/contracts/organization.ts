import { z } from "zod";
import { ACTIVE_CURRENCIES } from "@/lib/domain/shared/active-currencies";
import { lineOfText } from "./line-of-text";
import { Organization } from "./session";

export const OrganizationName = lineOfText(120);

const NO_CURRENCY = "not the three letters of a currency in use today, such as EUR";
const CurrencyLetters = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, { error: NO_CURRENCY, abort: true });

/** A currency that can be chosen. */
export const CurrencyCode = CurrencyLetters.refine((code) => ACTIVE_CURRENCIES.includes(code), NO_CURRENCY);

const TimeZone = z.string().refine(isTimeZone, "not a time zone, such as Europe/Berlin");

/** What an administrator states about the organization. All of it is given each time. */
export const UpdateOrganization = z.strictObject({
  name: OrganizationName,
  /** One of today's, or the organization's own. */
  currency: CurrencyLetters,
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
