import type { Metadata } from "next";
import { EntitleEmpty } from "@/components/entitle/entitle-empty";
import { EntitleView } from "@/components/entitle/entitle-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getEntitlements } from "@/lib/services/entitle/get-entitlements";

export const metadata: Metadata = { title: "Entitle" };

type EntitlePageProps = { readonly searchParams: Promise<SearchParams> };

export default async function EntitlePage({ searchParams }: EntitlePageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const run = searchNumber(params, "run");
  const answer = getEntitlements(actor, { program: searchValue(params, "program"), run });
  // Without a run in the address, "not found" means that none is published yet.
  const overview = await forPage(run === undefined ? orNull(answer) : answer);
  if (overview === null) return <EntitleEmpty />;
  return (
    <>
      <AddressNotice faults={addressFaults(params, { run })} shown={{ run: `run ${overview.run.number}` }} />
      <EntitleView overview={overview} />
    </>
  );
}
