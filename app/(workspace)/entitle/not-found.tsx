import { EntitleTabs } from "@/components/entitle/entitle-tabs";
import { MissingInSection } from "@/components/shell/missing-in-section";
import { findActor } from "@/lib/auth/session";

const PLACES = [
  { href: "/entitle", label: "Latest entitlements" },
  { href: "/entitle/funds", label: "All funds" },
] as const;

export default async function NotFound() {
  const reader = (await findActor())?.role === "partner" ? "partner" : "staff";
  return (
    <MissingInSection reader={reader} section="Entitle" what="run" places={PLACES}>
      <EntitleTabs current="entitlements" />
    </MissingInSection>
  );
}
