import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SignUpForm } from "@/components/settings/sign-up-form";
import { PublicFrame } from "@/components/shell/public-frame";
import { findActor } from "@/lib/auth/session";
import { ACTIVE_CURRENCIES } from "@/lib/domain/shared/active-currencies";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Create an organization" };

export default async function SignUpPage() {
  if ((await findActor()) !== null) redirect("/");
  if (!env().ALLOW_SIGNUP) notFound();
  return (
    <PublicFrame
      title="Create an organization"
      lead="You become its first administrator and can invite others. A few steps then lead to the first tiers."
    >
      <SignUpForm currencies={ACTIVE_CURRENCIES} />
    </PublicFrame>
  );
}
