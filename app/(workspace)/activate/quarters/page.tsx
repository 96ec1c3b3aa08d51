import type { Metadata } from "next";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { CoverageEmpty } from "@/components/activate/coverage-empty";
import { HistoryView } from "@/components/activate/history-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getCoverageHistory } from "@/lib/services/activate/get-coverage-history";

export const metadata: Metadata = { title: "Coverage by quarter" };

type HistoryPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const address = readCoverageAddress(params);
  const { program, run, region, category } = address;
  const answer = getCoverageHistory(actor, { program, run, region, category });
  // With nothing named in the address, "not found" means that no run is published yet.
  const history = await forPage(run === undefined && region === undefined && category === undefined ? orNull(answer) : answer);
  if (history === null) return <CoverageEmpty />;
  return (
    <>
      <AddressNotice faults={addressFaults(params, address)} shown={{ run: `run ${history.run.number}` }} />
      <HistoryView history={history} address={address} />
    </>
  );
}
