import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readRecordsAddress } from "@/components/score/records-address";
import { RecordsView } from "@/components/score/records-view";
import { recordsPath, scorecardPath } from "@/components/shell/routes";
import { pathSegment, type SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listEvidence } from "@/lib/services/score/list-evidence";

export const metadata: Metadata = { title: "Records" };

type RecordsPageProps = { readonly params: Promise<{ readonly partner: string }>; readonly searchParams: Promise<SearchParams> };

export default async function RecordsPage({ params, searchParams }: RecordsPageProps) {
  const actor = await requireActor();
  const address = readRecordsAddress(await searchParams) ?? notFound();
  const partner = pathSegment((await params).partner) ?? notFound();
  const evidence = await forPage(listEvidence(actor, { ...address, partner }));
  return (
    <RecordsView
      evidence={evidence}
      back={{ href: scorecardPath(partner, address.run), label: evidence.partner.name }}
      href={(side, page) => recordsPath(partner, { ...address, side, page })}
    />
  );
}
