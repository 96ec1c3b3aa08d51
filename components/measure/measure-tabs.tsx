import { Tabs } from "@/components/ui/tabs";

type MeasureTabsProps = { readonly current: "dashboard" | "imports" };

export function MeasureTabs({ current }: MeasureTabsProps) {
  return (
    <Tabs
      label="Measure"
      tabs={[
        { label: "Dashboard", href: "/measure", current: current === "dashboard" },
        { label: "Imports", href: "/measure/imports", current: current === "imports" },
      ]}
    />
  );
}
