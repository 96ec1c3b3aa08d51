import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScorecardView } from "@/components/score/scorecard-view";
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
  const run = searchNumber(await searchParams, "run");
  const scorecard = await forPage(getScorecard(actor, { partner, run }));
  const { items } = await forPage(listPartnerAllocations(actor, { partner }));
  return <ScorecardView scorecard={scorecard} allocations={items} />;
}
