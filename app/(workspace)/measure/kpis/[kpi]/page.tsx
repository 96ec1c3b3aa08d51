import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { dashboardFaults, readDashboardAddress } from "@/components/measure/dashboard-address";
import { KpiView } from "@/components/measure/kpi-view";
import { shownInstead } from "@/components/measure/kpi-words";
import { AddressNotice } from "@/components/shell/address-notice";
import { type SearchParams, searchNumber } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { KpiKey } from "@/lib/contracts/kpi";
import { kpiDefinition } from "@/lib/domain/measure/kpi-registry";
import { forPage } from "@/lib/http/page";
import { getKpi } from "@/lib/services/measure/get-kpi";

type KpiPageProps = { readonly params: Promise<{ readonly kpi: string }>; readonly searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: KpiPageProps): Promise<Metadata> {
  const { data } = KpiKey.safeParse((await params).kpi);
  return { title: data === undefined ? "KPI" : kpiDefinition(data).name };
}

export default async function KpiPage({ params, searchParams }: KpiPageProps) {
  const actor = await requireActor();
  const kpi = KpiKey.safeParse((await params).kpi).data ?? notFound();
  const address = await searchParams;
  const query = { ...readDashboardAddress(address), kpi };
  const { by: _by, against: _against, kpi: _kpi, ...slice } = query;
  const report = await forPage(getKpi(actor, { ...slice, kpi, page: searchNumber(address, "page") }));
  return (
    <>
      <AddressNotice faults={dashboardFaults(address, slice, report)} shown={shownInstead(report)} />
      <KpiView report={report} query={query} />
    </>
  );
}
