import { z } from "zod";
import { Role } from "@/lib/access/permissions";
import { lineOfText } from "./line-of-text";
import { PageQuery, PartnerCode, pageOf, Ref } from "./page";
import { RowNumber } from "./row-number";
import { Email, NewPassword } from "./session";

export const User = z.object({
  email: z.string(),
  name: z.string(),
  role: Role,
  /** Only of partner users. */
  partner: Ref.nullable(),
  createdAt: z.string(),
  /** null: never yet. */
  lastSignedInAt: z.string().nullable(),
  /** Since when the account can no longer sign in; null while it can. */
  removedAt: z.string().nullable(),
});
export type User = z.infer<typeof User>;

/** `isSelf`: whether this is whoever asks. */
export const UserEntry = User.extend({ isSelf: z.boolean() });
export type UserEntry = z.infer<typeof UserEntry>;

export const PersonName = lineOfText(120);

/** What somebody may do, and for which partner: partner users name theirs by its code, nobody else has one. */
const Position = { role: Role, partner: PartnerCode.nullable().default(null) };
const namesItsPartner = ({ role, partner }: { role: Role; partner: string | null }) => (role === "partner") === (partner !== null);
const NAMES_ITS_PARTNER = { path: ["partner"], message: "a partner user names its partner, and nobody else does" };

export const CreateUser = z
  .strictObject({ email: Email, name: PersonName, ...Position, password: NewPassword })
  .refine(namesItsPartner, NAMES_ITS_PARTNER);
export type CreateUser = z.infer<typeof CreateUser>;

export const ChangeRole = z.strictObject({ email: Email, ...Position }).refine(namesItsPartner, NAMES_ITS_PARTNER);
export const UserRef = z.strictObject({ email: Email });

/** People by e-mail address; those whose name or address contains `search`, and only staff or only partner users, when given. */
export const UsersQuery = PageQuery.extend({
  search: z.string().max(100).optional(),
  state: z.enum(["active", "removed", "all"]).default("all"),
  kind: z.enum(["staff", "partner"]).optional(),
});
export type UsersQuery = z.infer<typeof UsersQuery>;
export const UserPage = pageOf(UserEntry);
export type UserPage = z.infer<typeof UserPage>;

export const InviteUser = z.strictObject({ email: Email, ...Position }).refine(namesItsPartner, NAMES_ITS_PARTNER);

export const Invitation = z.object({
  id: z.number().int(),
  email: z.string(),
  role: Role,
  partner: Ref.nullable(),
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(["open", "accepted", "expired", "revoked"]),
});
export type Invitation = z.infer<typeof Invitation>;

/** `link` is shown this once. `mail` says whether it was also sent: "off" where the server has no mail. */
export const CreatedInvitation = Invitation.extend({ link: z.string(), mail: z.enum(["sent", "failed", "off"]) });
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;

export const InvitationList = z.object({ items: z.array(Invitation) });
export const InvitationRef = z.strictObject({ id: RowNumber });

/** What the person who was invited says. */
export const AcceptInvitation = z.strictObject({ token: z.string().max(100), name: PersonName, password: NewPassword });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** What the holder of a link is shown before accepting it. */
export type InvitationOffer =
  | { readonly state: "open"; readonly email: string; readonly role: Role; readonly organization: string; readonly partner: string | null }
  | { readonly state: "accepted" | "expired" | "revoked" | "unknown" };
