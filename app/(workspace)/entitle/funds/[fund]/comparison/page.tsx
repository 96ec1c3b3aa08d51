import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FundComparisonRefused } from "@/components/entitle/fund-comparison-refused";
import { FundComparisonView } from "@/components/entitle/fund-comparison-view";
import { fundRefusalWords } from "@/components/entitle/fund-refusal-words";
import { type SearchParams, searchNumber } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orReason } from "@/lib/http/or-reason";
import { forPage } from "@/lib/http/page";
import { compareFund } from "@/lib/services/entitle/compare-fund";

export const metadata: Metadata = { title: "Fund by another run" };

type ComparisonPageProps = { readonly params: Promise<{ readonly fund: string }>; readonly searchParams: Promise<SearchParams> };

export default async function FundComparisonPage({ params, searchParams }: ComparisonPageProps) {
  const actor = await requireActor();
  const fund = searchNumber(await params, "fund");
  const run = searchNumber(await searchParams, "run");
  if (fund === undefined || run === undefined) notFound();
  const compared = await forPage(orReason(compareFund(actor, { fund, run })));
  return "answer" in compared ? (
    <FundComparisonView comparison={compared.answer} />
  ) : (
    <FundComparisonRefused fund={fund} run={run} reason={fundRefusalWords(compared.details) ?? compared.reason} />
  );
}
