import { z } from "zod";
import { CurrencyCode, OrganizationName } from "./organization";
import { Email, NewPassword } from "./session";
import { PersonName } from "./user";

/** A new organization and its first administrator. */
export const SignUp = z.strictObject({
  organization: OrganizationName,
  currency: CurrencyCode,
  name: PersonName,
  email: Email,
  password: NewPassword,
});
export type SignUp = z.infer<typeof SignUp>;
