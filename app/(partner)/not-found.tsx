import { MissingPage } from "@/components/shell/missing-page";
import { findActor } from "@/lib/auth/session";

/** Staff may open a partner's address too, and are led back to their own. */
export default async function NotFound() {
  const actor = await findActor();
  return <MissingPage reader={actor?.role === "partner" ? "partner" : "staff"} />;
}
