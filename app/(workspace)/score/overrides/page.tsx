import type { Metadata } from "next";
import { readOverridesAddress } from "@/components/score/overrides-address";
import { OverridesView } from "@/components/score/overrides-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listOverrides } from "@/lib/services/score/list-overrides";

export const metadata: Metadata = { title: "Overrides" };

type OverridesPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function OverridesPage({ searchParams }: OverridesPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const query = readOverridesAddress(params);
  const page = await forPage(listOverrides(actor, query));
  return (
    <>
      <AddressNotice faults={addressFaults(params, { state: query.state })} shown={{ state: "those in force" }} />
      <OverridesView page={page} query={query} mayEnd={actor.reach("override.write") !== "none"} />
    </>
  );
}
