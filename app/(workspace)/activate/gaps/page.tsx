import type { Metadata } from "next";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { CoverageEmpty } from "@/components/activate/coverage-empty";
import { GapsView } from "@/components/activate/gaps-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { listCoverageGaps } from "@/lib/services/activate/list-coverage-gaps";

export const metadata: Metadata = { title: "Gaps" };

type GapsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function GapsPage({ searchParams }: GapsPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const address = readCoverageAddress(params);
  const { program, run, region, category, state, page } = address;
  const answer = listCoverageGaps(actor, { program, run, region, category, state, page });
  // With nothing named in the address, "not found" means that no run is published yet.
  const gaps = await forPage(run === undefined && region === undefined && category === undefined ? orNull(answer) : answer);
  if (gaps === null) return <CoverageEmpty />;
  return (
    <>
      <AddressNotice faults={addressFaults(params, address)} shown={{ run: `run ${gaps.run.number}` }} />
      <GapsView answer={gaps} address={address} />
    </>
  );
}
