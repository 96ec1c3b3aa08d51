import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { SignInForm } from "@/components/shell/sign-in-form";
import { Wordmark } from "@/components/shell/wordmark";
import { returnPath } from "@/lib/auth/return-path";
import { findActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = returnPath(searchValue(await searchParams, "next"));
  if ((await findActor()) !== null) redirect(next as Route);
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-12">
      <div className="mb-8 text-lg">
        <Wordmark />
      </div>
      <h1 className="text-2xl">Sign in</h1>
      <p className="mt-1 mb-6 text-muted">See how partners are tiered, and why.</p>
      <SignInForm next={next} />
    </main>
  );
}
