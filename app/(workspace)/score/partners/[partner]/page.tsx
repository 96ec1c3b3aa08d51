import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ScorecardView } from "@/components/score/scorecard-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { pathSegment, type SearchParams, searchNumber } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { listPartnerAllocations } from "@/lib/services/entitle/list-partner-allocations";
import { getOverrideChoices } from "@/lib/services/score/get-override-choices";
import { getScorecard } from "@/lib/services/score/get-scorecard";

type ScorecardPageProps = { readonly params: Promise<{ readonly partner: string }>; readonly searchParams: Promise<SearchParams> };

/** Once for the title and the page. */
const scorecardOf = cache(async (escaped: string, run: number | undefined) =>
  forPage(getScorecard(await requireActor(), { partner: pathSegment(escaped) ?? notFound(), run })),
);

export async function generateMetadata({ params, searchParams }: ScorecardPageProps): Promise<Metadata> {
  const { partner } = await scorecardOf((await params).partner, searchNumber(await searchParams, "run"));
  return { title: partner.name };
}

export default async function ScorecardPage({ params, searchParams }: ScorecardPageProps) {
  const actor = await requireActor();
  const address = await searchParams;
  const run = searchNumber(address, "run");
  const scorecard = await scorecardOf((await params).partner, run);
  const { items } = await forPage(listPartnerAllocations(actor, { partner: scorecard.partner.code }));
  const mayOverride = actor.reach("override.write") !== "none";
  const overrideChoices = mayOverride ? await orNull(getOverrideChoices(actor, { program: scorecard.program.key })) : null;
  return (
    <>
      <AddressNotice faults={addressFaults(address, { run })} shown={{ run: `run ${scorecard.run.number}` }} />
      <ScorecardView scorecard={scorecard} allocations={items} overrideChoices={overrideChoices} />
    </>
  );
}
