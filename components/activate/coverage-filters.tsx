import { ApplyWithoutScripts } from "@/components/ui/apply-without-scripts";
import { Choice } from "@/components/ui/choice";
import { FilterForm } from "@/components/ui/filter-form";
import type { CoverageFrame } from "@/lib/contracts/coverage";
import { type CoverageAddress, type CoverageView, coveragePath, type Measure } from "./coverage-address";
import { STATES } from "./coverage-words";

type CoverageFiltersProps = { readonly frame: CoverageFrame; readonly address: CoverageAddress; readonly view: CoverageView };

export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  coverage: "Coverage by potential",
  white_space: "White space",
  revenue: "Revenue",
  potential: "Potential",
};

/** Which cells, and in the matrix and the list what of them. The fields of other views ride along. */
export function CoverageFilters({ frame, address, view }: CoverageFiltersProps) {
  const { regions, categories } = frame.choices;
  return (
    <FilterForm action={coveragePath(view)} label="Filter cells">
      {address.program !== undefined && <input type="hidden" name="program" value={address.program} />}
      {address.run !== undefined && <input type="hidden" name="run" value={address.run} />}
      {/* The key makes the fields follow the address when it changes by other means than this form. */}
      <div key={JSON.stringify(address)} className="flex flex-wrap items-center gap-2">
        <Choice name="region" label="Region" all="All regions" value={address.region} options={regions} />
        <Choice name="category" label="Category" all="All categories" value={address.category} options={categories} />
        {view === "matrix" && (
          <>
            <Choice
              name="measure"
              label="Figures"
              all={MEASURE_NAMES.coverage}
              value={address.measure === "coverage" ? undefined : address.measure}
              options={(["white_space", "revenue", "potential"] as const).map((code) => ({ code, name: MEASURE_NAMES[code] }))}
            />
            <Choice
              name="rows"
              label="Rows"
              all="Regions inside"
              value={address.rows === "inside" ? undefined : address.rows}
              options={[{ code: "lowest", name: "Lowest regions" }]}
            />
          </>
        )}
        {view === "gaps" && (
          <Choice
            name="state"
            label="State"
            all="White space and thin"
            value={address.state}
            options={(["white_space", "thin"] as const).map((code) => ({ code, name: STATES[code] }))}
          />
        )}
        <ApplyWithoutScripts />
      </div>
    </FilterForm>
  );
}
