"use client";

import { FailedPage } from "@/components/shell/failed-page";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <FailedPage reference={error.digest} retry={retry} />
    </main>
  );
}
