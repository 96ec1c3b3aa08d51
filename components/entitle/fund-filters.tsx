import { fundPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { FilterForm } from "@/components/ui/filter-form";
import { SearchField } from "@/components/ui/search-field";
import type { AllocationSort, FundPage, FundPageQuery } from "@/lib/contracts/fund";

type FundFiltersProps = { readonly query: FundPageQuery; readonly choices: FundPage["choices"] };

const BOUNDS = [
  { code: "floor", name: "Raised to the floor" },
  { code: "cap", name: "Held at the cap" },
];
const ORDERS = [
  { code: "name", name: "By name" },
  { code: "tier", name: "By tier" },
  { code: "score", name: "By score" },
  { code: "revenue", name: "By revenue" },
  { code: "proposed", name: "By proposal" },
  { code: "change", name: "By change" },
] as const satisfies readonly { code: Exclude<AllocationSort, "amount">; name: string }[];
const ASCENDING = [{ code: "asc", name: "Ascending" }];

export function FundFilters({ query, choices }: FundFiltersProps) {
  return (
    <FilterForm action={fundPath(query.fund)} label="Filter allocations">
      {/* The key makes the fields follow the address when it changes by other means than this form. */}
      <div key={JSON.stringify(query)} className="flex flex-wrap items-center gap-2">
        <SearchField value={query.search} />
        <Choice name="tier" label="Tier" all="All tiers" value={query.tier} options={choices.tiers} />
        <Choice name="region" label="Region" all="All regions" value={query.region} options={choices.regions} />
        <Choice name="bound" label="Decided by" all="Any way decided" value={query.bound} options={BOUNDS} />
        {/* On a phone most heads that sort are not drawn. The fields are always sent, so that filtering keeps the order. */}
        <Choice name="sort" label="Order" all="By allocation" value={query.sort === "amount" ? undefined : query.sort} options={ORDERS} phoneOnly />
        <Choice
          name="direction"
          label="Direction"
          all="Descending"
          value={query.direction === "desc" ? undefined : query.direction}
          options={ASCENDING}
          phoneOnly
        />
        <label className="flex h-8 items-center gap-2 px-1 text-sm">
          <input type="checkbox" name="adjusted" value="true" defaultChecked={query.adjusted ?? false} className="size-4 accent-accent" />
          Adjusted only
        </label>
        <Button type="submit">Apply</Button>
      </div>
    </FilterForm>
  );
}
