import { MissingInSection } from "@/components/shell/missing-in-section";
import { findActor } from "@/lib/auth/session";

const PLACES = [
  { href: "/define", label: "The program in effect" },
  { href: "/define/templates", label: "Templates" },
] as const;

export default async function NotFound() {
  const reader = (await findActor())?.role === "partner" ? "partner" : "staff";
  return <MissingInSection reader={reader} section="Define" what="version or template" places={PLACES} />;
}
