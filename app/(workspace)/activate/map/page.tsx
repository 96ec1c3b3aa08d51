import type { Metadata } from "next";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { CoverageEmpty } from "@/components/activate/coverage-empty";
import { MapView } from "@/components/activate/map-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getCoverageMap } from "@/lib/services/activate/get-coverage-map";

export const metadata: Metadata = { title: "Coverage map" };

type MapPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function MapPage({ searchParams }: MapPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const address = readCoverageAddress(params);
  const { program, run, region, category } = address;
  const answer = getCoverageMap(actor, { program, run, region, category });
  // With nothing named in the address, "not found" means that no run is published yet.
  const map = await forPage(run === undefined && region === undefined && category === undefined ? orNull(answer) : answer);
  if (map === null) return <CoverageEmpty />;
  return (
    <>
      <AddressNotice faults={addressFaults(params, address)} shown={{ run: `run ${map.run.number}` }} />
      <MapView answer={map} address={address} />
    </>
  );
}
