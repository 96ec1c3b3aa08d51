import { MissingPage } from "@/components/shell/missing-page";
import { findActor } from "@/lib/auth/session";

/** A partner who comes here has no workspace to go back to, only its scorecard. */
export default async function NotFound() {
  const actor = await findActor();
  return <MissingPage reader={actor?.role === "partner" ? "partner" : "staff"} />;
}
