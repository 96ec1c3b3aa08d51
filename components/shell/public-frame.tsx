import type { ReactNode } from "react";
import { Wordmark } from "./wordmark";

type PublicFrameProps = { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode };

/** A page for somebody who is not signed in. */
export function PublicFrame({ title, lead, children }: PublicFrameProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-12">
      <div className="mb-8 text-lg">
        <Wordmark />
      </div>
      <h1 className="text-2xl wrap-anywhere">{title}</h1>
      <p className="mt-1 mb-6 text-muted">{lead}</p>
      {children}
    </main>
  );
}
