import { ApplyWithoutScripts } from "@/components/ui/apply-without-scripts";
import { Choice } from "@/components/ui/choice";
import { FilterForm } from "@/components/ui/filter-form";
import type { Dashboard, DashboardQuery } from "@/lib/contracts/kpi";
import { DIMENSIONS, quarterName } from "./kpi-words";

type DashboardFiltersProps = { readonly dashboard: Dashboard; readonly query: DashboardQuery };

const BY = [
  { code: "region", name: `By ${DIMENSIONS.region}` },
  { code: "line", name: `By ${DIMENSIONS.line}` },
];

export function DashboardFilters({ dashboard, query }: DashboardFiltersProps) {
  const { quarters, selected, choices, tiles } = dashboard;
  const latest = quarters.at(-1);
  const others = quarters.filter((_, place) => place !== selected);
  const earlier = quarters.slice(0, -1).toReversed();
  return (
    <FilterForm action="/measure" label="Filter the dashboard">
      {query.run !== undefined && <input type="hidden" name="run" value={query.run} />}
      {/* The key makes the fields follow the address when it changes by other means than this form. */}
      <div key={JSON.stringify(query)} className="flex flex-wrap items-center gap-2">
        <Choice
          name="quarter"
          label="Quarter"
          all={latest === undefined ? "Last quarter" : quarterName(latest)}
          value={query.quarter}
          options={earlier.map((quarter) => ({ code: quarter.from, name: quarterName(quarter) }))}
        />
        <Choice
          name="against"
          label="Compare with"
          all="With the one before"
          value={query.against}
          options={others.toReversed().map((quarter) => ({ code: quarter.from, name: `With ${quarterName(quarter)}` }))}
        />
        <Choice name="tier" label="Tier" all="All tiers" value={query.tier} options={choices.tiers} />
        <Choice name="region" label="Region" all="All regions" value={query.region} options={choices.regions} />
        <Choice name="line" label="Product line" all="All product lines" value={query.line} options={choices.lines} />
        <Choice
          name="kpi"
          label="Chart"
          all="Chart: Revenue"
          value={query.kpi === "revenue" ? undefined : query.kpi}
          options={tiles.filter(({ kpi }) => kpi.key !== "revenue").map(({ kpi }) => ({ code: kpi.key, name: `Chart: ${kpi.name}` }))}
        />
        <Choice name="by" label="Chart by" all={`By ${DIMENSIONS.tier}`} value={query.by === "tier" ? undefined : query.by} options={BY} />
        <ApplyWithoutScripts />
      </div>
    </FilterForm>
  );
}
