import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountView } from "@/components/settings/account-view";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  if (actor.role === "partner") notFound(); // a partner user's account stands beside its scorecard
  const me = await forPage(getMe(actor, {}));
  return (
    <SettingsFrame current="account" permissions={me.permissions} lead="Your own account.">
      <AccountView me={me} />
    </SettingsFrame>
  );
}
