import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { PublicFrame } from "@/components/shell/public-frame";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { SignInForm } from "@/components/shell/sign-in-form";
import { TextLink } from "@/components/ui/text-link";
import { returnPath } from "@/lib/auth/return-path";
import { findActor } from "@/lib/auth/session";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = returnPath(searchValue(await searchParams, "next"));
  if ((await findActor()) !== null) redirect(next as Route);
  return (
    <PublicFrame title="Sign in" lead="See how partners are tiered, and why.">
      <SignInForm next={next} />
      {env().ALLOW_SIGNUP && (
        <p className="mt-6 text-sm text-muted">
          New here? <TextLink href="/sign-up">Create an organization</TextLink>
        </p>
      )}
    </PublicFrame>
  );
}
