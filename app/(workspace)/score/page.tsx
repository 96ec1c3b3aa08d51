import type { Metadata } from "next";
import { readStandingsAddress } from "@/components/score/standings-address";
import { StandingsEmpty } from "@/components/score/standings-empty";
import { StandingsView } from "@/components/score/standings-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { listStandings } from "@/lib/services/score/list-standings";

export const metadata: Metadata = { title: "Standings" };

type StandingsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function StandingsPage({ searchParams }: StandingsPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const query = readStandingsAddress(params);
  const answer = listStandings(actor, query);
  // Without a run in the address, "not found" means that none is published yet.
  const standings = await forPage(query.run === undefined ? orNull(answer) : answer);
  if (standings === null) return <StandingsEmpty />;
  return (
    <>
      <AddressNotice faults={addressFaults(params, query)} shown={{ run: `run ${standings.run.number}` }} />
      <StandingsView standings={standings} query={query} />
    </>
  );
}
