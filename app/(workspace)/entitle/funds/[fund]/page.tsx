import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readFundAddress } from "@/components/entitle/fund-address";
import { FundView } from "@/components/entitle/fund-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { type SearchParams, searchNumber } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getFund } from "@/lib/services/entitle/get-fund";
import { listRuns } from "@/lib/services/score/list-runs";

type FundPageProps = { readonly params: Promise<{ readonly fund: string }>; readonly searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: FundPageProps): Promise<Metadata> {
  return { title: `Fund ${(await params).fund}` };
}

export default async function FundPage({ params, searchParams }: FundPageProps) {
  const actor = await requireActor();
  const fund = searchNumber(await params, "fund");
  if (fund === undefined) notFound();
  const address = await searchParams;
  const query = readFundAddress(fund, address);
  const page = await forPage(getFund(actor, query));
  const { items } = await forPage(listRuns(actor, { limit: 50 }));
  return (
    <>
      <AddressNotice faults={addressFaults(address, query)} />
      <FundView page={page} query={query} runs={items} />
    </>
  );
}
