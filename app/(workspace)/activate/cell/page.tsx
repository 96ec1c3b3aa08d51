import type { Metadata } from "next";
import { CellView } from "@/components/activate/cell-view";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getCoverageCell } from "@/lib/services/activate/get-coverage-cell";

export const metadata: Metadata = { title: "Cell" };

type CellPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function CellPage({ searchParams }: CellPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const address = readCoverageAddress(params);
  const { program, run, region = "" } = address;
  const cell = await forPage(getCoverageCell(actor, { program, run, region, line: searchValue(params, "line") ?? "" }));
  return (
    <>
      <AddressNotice faults={addressFaults(params, { run })} shown={{ run: `run ${cell.run.number}` }} />
      <CellView cell={cell} address={address} />
    </>
  );
}
