import type { Metadata } from "next";
import { dashboardFaults, readDashboardAddress } from "@/components/measure/dashboard-address";
import { DashboardEmpty } from "@/components/measure/dashboard-empty";
import { DashboardView } from "@/components/measure/dashboard-view";
import { shownInstead } from "@/components/measure/kpi-words";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getDashboard } from "@/lib/services/measure/get-dashboard";

export const metadata: Metadata = { title: "Dashboard" };

type DashboardPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const query = readDashboardAddress(params);
  const answer = getDashboard(actor, query);
  // Without anything in the address that could be wrong, "not found" means that no run is published yet.
  const dashboard = await forPage(Object.keys(params).length === 0 ? orNull(answer) : answer);
  if (dashboard === null) return <DashboardEmpty />;
  return (
    <>
      <AddressNotice faults={dashboardFaults(params, query, dashboard)} shown={shownInstead(dashboard)} />
      <DashboardView dashboard={dashboard} query={query} />
    </>
  );
}
