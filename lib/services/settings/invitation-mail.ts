import { INVITATION_DAYS } from "@/lib/auth/invitation-token";
import type { CreatedInvitation } from "@/lib/contracts/user";
import type { Mail } from "@/lib/mail";

/** What an invitation says. Plain text, so that nothing in it can be anything but words and one link. */
export function invitationMail({ email, link, organization, invitedBy }: CreatedInvitation & { organization: string }): Mail {
  const text = [
    `${oneLine(invitedBy)} invites you to ${oneLine(organization)} on Tierline.`,
    `Open this link to choose a password and sign in. It works once, for ${INVITATION_DAYS} days:`,
    link,
    "If you did not expect this, ignore it: nothing happens until the link is used.",
  ].join("\n\n");
  return { to: email, subject: `Your invitation to ${oneLine(organization)}`, text: `${text}\n` };
}

/** Names are what people typed: none of them starts a line of its own, in a header least of all. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
