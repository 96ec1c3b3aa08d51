import { MissingInSection } from "@/components/shell/missing-in-section";
import { findActor } from "@/lib/auth/session";

const PLACES = [
  { href: "/activate", label: "Coverage of the latest run" },
  { href: "/activate/gaps", label: "All gaps" },
] as const;

export default async function NotFound() {
  const reader = (await findActor())?.role === "partner" ? "partner" : "staff";
  return <MissingInSection reader={reader} section="Activate" what="run, region, category or cell" places={PLACES} />;
}
