import type { Metadata } from "next";
import { FundsView } from "@/components/entitle/funds-view";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listFunds } from "@/lib/services/entitle/list-funds";

export const metadata: Metadata = { title: "Funds" };

type FundsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function FundsPage({ searchParams }: FundsPageProps) {
  const actor = await requireActor();
  return <FundsView {...(await forPage(listFunds(actor, { program: searchValue(await searchParams, "program") })))} />;
}
