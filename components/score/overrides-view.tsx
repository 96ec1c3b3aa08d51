import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Choice } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterForm } from "@/components/ui/filter-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { OverridePage, OverridesQuery } from "@/lib/contracts/override";
import { overridesAddress } from "./overrides-address";
import { OverridesTable } from "./overrides-table";
import { ScoreTabs } from "./score-tabs";

type OverridesViewProps = { readonly page: OverridePage; readonly query: OverridesQuery; readonly mayEnd: boolean };

const OTHERS = [
  { code: "expired", name: "Expired" },
  { code: "ended", name: "Ended" },
  { code: "all", name: "All" },
];

const NONE: Readonly<Record<OverridesQuery["state"], string>> = {
  in_force: "Every tier is what the figures and the rules make it. A tier is set by hand on the scorecard of a partner.",
  expired: "No override has expired.",
  ended: "No override was ended.",
  all: "No tier was ever set by hand.",
};

/** The tiers that people set: whose, against which figures, why, by whom and until when. */
export function OverridesView({ page, query, mayEnd }: OverridesViewProps) {
  const partner = query.partner;
  return (
    <>
      <PageHeader
        title="Score"
        lead="An override sets a partner's tier by hand, with a reason, somebody who answers for it and the first day without it. It takes effect with the next run."
      />
      <ScoreTabs current="overrides" />
      <FilterForm action="/score/overrides" label="Filter overrides">
        {partner !== undefined && <input type="hidden" name="partner" value={partner} />}
        <div key={JSON.stringify(query)} className="mb-3 flex flex-wrap items-center gap-2">
          <Choice name="state" label="State" all="In force" value={query.state === "in_force" ? undefined : query.state} options={OTHERS} />
          <Button type="submit">Apply</Button>
        </div>
      </FilterForm>
      {partner !== undefined && (
        <p role="status" className="mb-2 text-sm text-muted">
          Of {page.items[0]?.partner.name ?? partner} only.{" "}
          <TextLink href={overridesAddress({ state: query.state, partner: undefined })}>All partners</TextLink>
        </p>
      )}
      {page.items.length === 0 ? (
        <EmptyState title="No override here" action={<ButtonLink href="/score">Standings</ButtonLink>}>
          {NONE[query.state]}
        </EmptyState>
      ) : (
        <OverridesTable caption="Overrides" overrides={page.items} mayEnd={mayEnd} />
      )}
      {page.nextCursor !== null && (
        <p className="mt-4">
          <ButtonLink href={overridesAddress(query, page.nextCursor)}>More overrides</ButtonLink>
        </p>
      )}
    </>
  );
}
