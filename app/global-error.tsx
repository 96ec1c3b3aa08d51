"use client";

import "./globals.css";
import { FailedPage } from "@/components/shell/failed-page";

type GlobalErrorProps = { readonly error: Error & { digest?: string }; readonly retry: () => void };

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-xl px-4 py-24">
          <FailedPage reference={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
