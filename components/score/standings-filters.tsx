import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { FilterForm } from "@/components/ui/filter-form";
import { SearchField } from "@/components/ui/search-field";
import { MovementFilter } from "@/lib/contracts/movement-group";
import type { Standings, StandingsQuery, StandingsSort } from "@/lib/contracts/standings";

type StandingsFiltersProps = { readonly query: StandingsQuery; readonly choices: Standings["choices"] };

const MOVEMENT_NAMES: Readonly<Record<MovementFilter, string>> = {
  promoted: "Promoted",
  demoted: "Demoted",
  entered: "Entered",
  held: "Held",
  unchanged: "Unchanged",
  overridden: "Overridden",
  in_grace: "Held in grace",
};

const ORDERS = [
  { code: "name", name: "By name" },
  { code: "tier", name: "By tier" },
  { code: "movement", name: "By movement" },
  { code: "score", name: "By score" },
  { code: "region", name: "By region" },
] as const satisfies readonly { code: Exclude<StandingsSort, "rank">; name: string }[];
const DESCENDING = [{ code: "desc", name: "Descending" }];

/** The default is the empty choice, so that it stays out of the address. */
function valueUnless(usual: string, value: string): string | undefined {
  return value === usual ? undefined : value;
}

export function StandingsFilters({ query, choices }: StandingsFiltersProps) {
  return (
    <FilterForm action="/score" label="Filter standings">
      {query.run !== undefined && <input type="hidden" name="run" value={query.run} />}
      {/* The key makes the fields follow the address when it changes by other means than this form. */}
      <div key={JSON.stringify(query)} className="flex flex-wrap items-center gap-2">
        <SearchField value={query.search} />
        <Choice name="tier" label="Tier" all="All tiers" value={query.tier} options={choices.tiers} />
        <Choice name="region" label="Region" all="All regions" value={query.region} options={choices.regions} />
        {choices.types.length > 0 && (
          <Choice name="type" label="Type" all="All types" value={query.type} options={choices.types.map((type) => ({ code: type, name: type }))} />
        )}
        <Choice
          name="movement"
          label="Movement"
          all="All movements"
          value={query.movement}
          options={MovementFilter.options.map((code) => ({ code, name: MOVEMENT_NAMES[code] }))}
        />
        {/* On a phone most heads that sort are not drawn. The fields are always sent, so that filtering keeps the order. */}
        <Choice name="sort" label="Order" all="By rank" value={valueUnless("rank", query.sort)} options={ORDERS} phoneOnly />
        <Choice name="direction" label="Direction" all="Ascending" value={valueUnless("asc", query.direction)} options={DESCENDING} phoneOnly />
        <label className="flex h-8 items-center gap-2 px-1 text-sm">
          <input type="checkbox" name="borderline" value="true" defaultChecked={query.borderline ?? false} className="size-4 accent-accent" />
          Borderline only
        </label>
        <Button type="submit">Apply</Button>
      </div>
    </FilterForm>
  );
}
