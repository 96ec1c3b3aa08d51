import { Tabs } from "@/components/ui/tabs";

type EntitleTabsProps = { readonly current: "entitlements" | "funds" };

export function EntitleTabs({ current }: EntitleTabsProps) {
  return (
    <Tabs
      label="Entitle"
      tabs={[
        { label: "Entitlements", href: "/entitle", current: current === "entitlements" },
        { label: "Funds", href: "/entitle/funds", current: current === "funds" },
      ]}
    />
  );
}
