import { MeasureTabs } from "@/components/measure/measure-tabs";
import { MissingInSection } from "@/components/shell/missing-in-section";
import { findActor } from "@/lib/auth/session";

const PLACES = [
  { href: "/measure", label: "The dashboard" },
  { href: "/measure/imports", label: "All imports" },
] as const;

export default async function NotFound() {
  const reader = (await findActor())?.role === "partner" ? "partner" : "staff";
  return (
    <MissingInSection reader={reader} section="Measure" what="KPI, run or region" places={PLACES}>
      <MeasureTabs current="dashboard" />
    </MissingInSection>
  );
}
