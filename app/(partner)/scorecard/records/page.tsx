import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readRecordsAddress } from "@/components/score/records-address";
import { RecordsView } from "@/components/score/records-view";
import { ownRecordsPath, ownScorecardPath } from "@/components/shell/routes";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listEvidence } from "@/lib/services/score/list-evidence";
import { getMe } from "@/lib/services/settings/get-me";

export const metadata: Metadata = { title: "Records" };

type OwnRecordsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function OwnRecordsPage({ searchParams }: OwnRecordsPageProps) {
  const actor = await requireActor();
  const address = readRecordsAddress(await searchParams) ?? notFound();
  const { partner } = await forPage(getMe(actor, {}));
  if (partner === null) notFound();
  const evidence = await forPage(listEvidence(actor, { ...address, partner: partner.code }));
  return (
    <RecordsView
      evidence={evidence}
      back={{ href: ownScorecardPath(address.run), label: "Your scorecard" }}
      href={(side, page) => ownRecordsPath({ ...address, side, page })}
    />
  );
}
