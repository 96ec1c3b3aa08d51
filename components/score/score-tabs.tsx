import { Tabs } from "@/components/ui/tabs";

type ScoreTabsProps = { readonly current: "standings" | "runs" | "overrides" };

export function ScoreTabs({ current }: ScoreTabsProps) {
  return (
    <Tabs
      label="Score"
      tabs={[
        { label: "Standings", href: "/score", current: current === "standings" },
        { label: "Runs", href: "/score/runs", current: current === "runs" },
        { label: "Overrides", href: "/score/overrides", current: current === "overrides" },
      ]}
    />
  );
}
