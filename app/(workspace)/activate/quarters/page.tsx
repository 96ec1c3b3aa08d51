import type { Metadata } from "next";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { CoverageEmpty } from "@/components/activate/coverage-empty";
import { HistoryView } from "@/components/activate/history-view";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getCoverageHistory } from "@/lib/services/activate/get-coverage-history";

export const metadata: Metadata = { title: "Coverage by quarter" };

type HistoryPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const actor = await requireActor();
  const address = readCoverageAddress(await searchParams);
  const { program, run, region, category } = address;
  const answer = getCoverageHistory(actor, { program, run, region, category });
  // With nothing named in the address, "not found" means that no run is published yet.
  const history = await forPage(run === undefined && region === undefined && category === undefined ? orNull(answer) : answer);
  return history === null ? <CoverageEmpty /> : <HistoryView history={history} address={address} />;
}
