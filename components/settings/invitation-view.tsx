import { PublicFrame } from "@/components/shell/public-frame";
import { roleWords } from "@/components/shell/role-words";
import { ButtonLink } from "@/components/ui/button-link";
import type { InvitationOffer } from "@/lib/contracts/user";
import { AcceptForm } from "./accept-form";

const ENDED: Readonly<Record<Exclude<InvitationOffer["state"], "open">, { readonly title: string; readonly words: string }>> = {
  accepted: { title: "This invitation was used", words: "Its account is open: sign in with the e-mail address and the password that was chosen." },
  expired: { title: "This invitation has expired", words: "A link works for seven days. Ask whoever invited you for a new one." },
  revoked: { title: "This invitation was withdrawn", words: "Ask whoever invited you whether there is a newer link." },
  unknown: { title: "There is no such invitation", words: "The link may be cut short: copy all of it from the mail or message it came with." },
};

type InvitationViewProps = { readonly offer: InvitationOffer; readonly token: string };

export function InvitationView({ offer, token }: InvitationViewProps) {
  if (offer.state !== "open") {
    const { title, words } = ENDED[offer.state];
    return (
      <PublicFrame title={title} lead={words}>
        <p>
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
        </p>
      </PublicFrame>
    );
  }
  const as = offer.partner === null ? roleWords(offer.role).toLowerCase() : `a user of ${offer.partner}`;
  return (
    <PublicFrame title={`Welcome to ${offer.organization}`} lead={`You are invited as ${as}. Say who you are and choose a password.`}>
      <AcceptForm email={offer.email} token={token} />
    </PublicFrame>
  );
}
