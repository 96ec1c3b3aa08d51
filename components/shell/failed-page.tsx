"use client";

import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type FailedPageProps = {
  readonly reference: string | undefined;
  readonly retry: () => void;
  /** Where to go instead; absent, the start. */
  readonly elsewhere?: { readonly href: "/" | "/scorecard"; readonly label: string };
};

/** What went wrong stands in the server's log under the reference; the page tells nobody more. */
export function FailedPage({ reference, retry, elsewhere = { href: "/", label: "Go to the start" } }: FailedPageProps) {
  return (
    <div role="alert">
      <h1 className="mb-6 text-2xl">Something went wrong</h1>
      <EmptyState
        title="This page could not be shown"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="primary" onClick={retry}>
              Try again
            </Button>
            {/* A plain anchor: after a failure the whole page is loaded anew. */}
            <a href={elsewhere.href} className={buttonClass("secondary")}>
              {elsewhere.label}
            </a>
          </div>
        }
      >
        The fault is on our side. Nothing was lost or changed: what was saved before is as it was. Try again; if it stays, tell your administrator
        {reference === undefined ? " what you were about to open" : ` the reference ${reference}`}.
      </EmptyState>
    </div>
  );
}
