import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { kpiAddress, kpiRecordsAddress, readDashboardAddress } from "@/components/measure/dashboard-address";
import { RecordsView } from "@/components/score/records-view";
import { importPath } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { KpiKey } from "@/lib/contracts/kpi";
import { kpiDefinition } from "@/lib/domain/measure/kpi-registry";
import { forPage } from "@/lib/http/page";
import { listKpiRecords } from "@/lib/services/measure/list-kpi-records";

type KpiRecordsPageProps = { readonly params: Promise<{ readonly kpi: string }>; readonly searchParams: Promise<SearchParams> };

export async function generateMetadata({ params, searchParams }: KpiRecordsPageProps): Promise<Metadata> {
  const { data } = KpiKey.safeParse((await params).kpi);
  const name = data === undefined ? "Records" : kpiDefinition(data).name;
  const partner = searchValue(await searchParams, "partner");
  return { title: partner === undefined ? name : `${name}, ${partner}` };
}

export default async function KpiRecordsPage({ params, searchParams }: KpiRecordsPageProps) {
  const actor = await requireActor();
  const kpi = KpiKey.safeParse((await params).kpi).data ?? notFound();
  const address = await searchParams;
  const partner = searchValue(address, "partner") ?? notFound();
  const query = readDashboardAddress(address);
  const side = searchValue(address, "side") === "left_out" ? "left_out" : "counted";
  const { program, run, quarter, line } = query;
  const evidence = await forPage(listKpiRecords(actor, { program, run, quarter, line, kpi, partner, side, page: searchNumber(address, "page") }));
  return (
    <RecordsView
      evidence={evidence}
      back={{ href: kpiAddress(kpi, query), label: kpiDefinition(kpi).name }}
      href={(to, page) => kpiRecordsAddress(kpi, query, { partner, side: to, page })}
      importHref={importPath}
    />
  );
}
