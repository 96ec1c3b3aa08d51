import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScorecardView } from "@/components/score/scorecard-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { pathSegment, type SearchParams, searchNumber } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listPartnerAllocations } from "@/lib/services/entitle/list-partner-allocations";
import { getScorecard } from "@/lib/services/score/get-scorecard";

type ScorecardPageProps = { readonly params: Promise<{ readonly partner: string }>; readonly searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: ScorecardPageProps): Promise<Metadata> {
  const partner = pathSegment((await params).partner);
  return { title: partner === null ? "Scorecard" : `Scorecard ${partner}` };
}

export default async function ScorecardPage({ params, searchParams }: ScorecardPageProps) {
  const actor = await requireActor();
  const partner = pathSegment((await params).partner) ?? notFound();
  const address = await searchParams;
  const run = searchNumber(address, "run");
  const scorecard = await forPage(getScorecard(actor, { partner, run }));
  const { items } = await forPage(listPartnerAllocations(actor, { partner }));
  return (
    <>
      <AddressNotice faults={addressFaults(address, { run })} shown={{ run: `run ${scorecard.run.number}` }} />
      <ScorecardView scorecard={scorecard} allocations={items} />
    </>
  );
}
