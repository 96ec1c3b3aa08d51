"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type FailedPageProps = { readonly reference: string | undefined; readonly retry: () => void };

/** What went wrong stands in the server's log under the reference; the page tells nobody more. */
export function FailedPage({ reference, retry }: FailedPageProps) {
  return (
    <div role="alert">
      <h1 className="sr-only">Something went wrong</h1>
      <EmptyState
        title="This page could not be shown"
        action={
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        Nothing was changed. If it stays, tell your administrator{reference === undefined ? "" : ` the reference ${reference}`}.
      </EmptyState>
    </div>
  );
}
