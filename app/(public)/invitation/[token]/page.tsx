import type { Metadata } from "next";
import { InvitationView } from "@/components/settings/invitation-view";
import { pathSegment } from "@/components/shell/search-params";
import { readInvitation } from "@/lib/auth/accept-invitation";

// A link that is followed from here must not tell the token to anybody.
export const metadata: Metadata = { title: "Your invitation", referrer: "no-referrer" };

type InvitationPageProps = { readonly params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: InvitationPageProps) {
  const token = pathSegment((await params).token) ?? "";
  return <InvitationView offer={await readInvitation(token)} token={token} />;
}
