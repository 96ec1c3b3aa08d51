import type { Metadata } from "next";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { CoverageEmpty } from "@/components/activate/coverage-empty";
import { MatrixView } from "@/components/activate/matrix-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getCoverageMatrix } from "@/lib/services/activate/get-coverage-matrix";

export const metadata: Metadata = { title: "Activate" };

type MatrixPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function MatrixPage({ searchParams }: MatrixPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const address = readCoverageAddress(params);
  const { program, run, region, category, rows, page } = address;
  const answer = getCoverageMatrix(actor, { program, run, region, category, rows, page });
  // With nothing named in the address, "not found" means that no run is published yet.
  const matrix = await forPage(run === undefined && region === undefined && category === undefined ? orNull(answer) : answer);
  if (matrix === null) return <CoverageEmpty />;
  return (
    <>
      <AddressNotice faults={addressFaults(params, address)} shown={{ run: `run ${matrix.run.number}` }} />
      <MatrixView matrix={matrix} address={address} />
    </>
  );
}
