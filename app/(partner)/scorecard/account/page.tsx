import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountView } from "@/components/settings/account-view";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";

export const metadata: Metadata = { title: "Your account" };

export default async function OwnAccountPage() {
  const actor = await requireActor();
  if (actor.role !== "partner") notFound(); // staff have theirs under the settings
  const me = await forPage(getMe(actor, {}));
  return (
    <>
      <PageHeader title="Your account" back={{ href: "/scorecard", label: "Your scorecard" }} />
      <AccountView me={me} />
    </>
  );
}
