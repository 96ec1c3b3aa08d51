import type { Metadata } from "next";
import { readCoverageAddress } from "@/components/activate/coverage-address";
import { CoverageEmpty } from "@/components/activate/coverage-empty";
import { MapView } from "@/components/activate/map-view";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getCoverageMap } from "@/lib/services/activate/get-coverage-map";

export const metadata: Metadata = { title: "Coverage map" };

type MapPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function MapPage({ searchParams }: MapPageProps) {
  const actor = await requireActor();
  const address = readCoverageAddress(await searchParams);
  const { program, run, region, category } = address;
  const answer = getCoverageMap(actor, { program, run, region, category });
  // With nothing named in the address, "not found" means that no run is published yet.
  const map = await forPage(run === undefined && region === undefined && category === undefined ? orNull(answer) : answer);
  return map === null ? <CoverageEmpty /> : <MapView answer={map} address={address} />;
}
