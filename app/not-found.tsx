import { MissingPage } from "@/components/shell/missing-page";
import { findActor } from "@/lib/auth/session";
import WorkspaceLayout from "./(workspace)/layout";

/** An address that no page has: whoever is signed in keeps the frame around it, and so the way back. */
export default async function NotFound() {
  const actor = await findActor();
  if (actor === null) {
    return (
      <main className="mx-auto max-w-xl px-4 py-24">
        <MissingPage reader="nobody" />
      </main>
    );
  }
  return (
    <WorkspaceLayout>
      <MissingPage reader={actor.role === "partner" ? "partner" : "staff"} />
    </WorkspaceLayout>
  );
}
