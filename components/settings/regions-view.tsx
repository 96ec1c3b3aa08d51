import { counted, formatCount, formatNumber } from "@/components/format/number";
import { withSearch } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { CONTROL } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { Region, RegionList } from "@/lib/contracts/region";
import { AddRegion, EditRegion, RemoveRegion } from "./region-actions";

type RegionsViewProps = { readonly list: RegionList; readonly search: string | undefined };

export function RegionsView({ list, search }: RegionsViewProps) {
  return (
    <Section title="Regions" hint={counted(list.total, "region")} aside={<AddRegion />}>
      <FilterForm action="/settings/regions" label="Filter regions">
        <div key={search} className="mb-3 flex items-center gap-2">
          <input
            type="search"
            name="search"
            defaultValue={search}
            placeholder="Search name or code"
            aria-label="Search name or code"
            className={`${CONTROL} sm:w-52!`}
          />
          <Button type="submit">Apply</Button>
        </div>
      </FilterForm>
      {list.items.length === 0 ? (
        search === undefined ? (
          <EmptyState title="No regions yet" action={<ButtonLink href="/measure/imports">Import regions</ButtonLink>}>
            Import a file of regions, or add them one by one.
          </EmptyState>
        ) : (
          <EmptyState title="No such region">No name or code holds these letters.</EmptyState>
        )
      ) : (
        <RegionsTable regions={list.items} />
      )}
      <Pager
        label="Pages of regions"
        page={list.page}
        pages={list.pages}
        href={(page) => withSearch("/settings/regions", new URLSearchParams({ ...(search !== undefined && { search }), page: String(page) }))}
      />
    </Section>
  );
}

const DEEPEST_INDENT = 4; // what lies deeper still says in what it lies

function RegionsTable({ regions }: { readonly regions: readonly Region[] }) {
  return (
    <Table caption="Regions">
      <thead>
        <tr>
          <HeadCell>Region</HeadCell>
          <HeadCell wideOnly>Code</HeadCell>
          <HeadCell wideOnly>Lies in</HeadCell>
          <HeadCell numeric wideOnly>
            Weight
          </HeadCell>
          <HeadCell numeric wideOnly>
            Partners
          </HeadCell>
          <HeadCell>
            <span className="sr-only">Changes</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {regions.map((region) => (
          <Row key={region.code}>
            <Cell header>
              <div style={{ paddingLeft: `${Math.min(region.depth, DEEPEST_INDENT) * 1.25}rem` }}>
                <span className="font-medium">{region.name}</span>
                <NarrowLine>
                  {region.code}
                  {region.parent !== null && `, in ${region.parent.name}`}
                </NarrowLine>
                <NarrowLine>
                  {counted(region.partners, "partner")}
                  {region.weight !== null && `, weight ${formatNumber(region.weight)}`}
                </NarrowLine>
              </div>
            </Cell>
            <Cell wideOnly muted>
              {region.code}
            </Cell>
            <Cell wideOnly>{region.parent?.name ?? "–"}</Cell>
            <Cell numeric wideOnly>
              {region.weight === null ? "–" : formatNumber(region.weight)}
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(region.partners)}
            </Cell>
            <Cell>
              <div className="-my-1 flex justify-end gap-2 max-sm:my-0 max-sm:flex-col">
                <EditRegion region={region} />
                {region.partners === 0 && region.regions === 0 && <RemoveRegion region={region} />}
              </div>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
