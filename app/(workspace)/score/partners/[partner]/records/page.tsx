import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readRecordsAddress } from "@/components/score/records-address";
import { RecordsView } from "@/components/score/records-view";
import { importPath, recordsPath, scorecardPath } from "@/components/shell/routes";
import { pathSegment, type SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { listEvidence } from "@/lib/services/score/list-evidence";

type RecordsPageProps = { readonly params: Promise<{ readonly partner: string }>; readonly searchParams: Promise<SearchParams> };

type Address = NonNullable<ReturnType<typeof readRecordsAddress>>;

/** Once for the title and the page: what is asked for is told apart by its values. */
const evidenceOf = cache(async (escaped: string, run: Address["run"], metric: string, side: Address["side"], page: Address["page"]) =>
  forPage(listEvidence(await requireActor(), { run, metric, side, page, partner: pathSegment(escaped) ?? notFound() })),
);

async function readPage({ params, searchParams }: RecordsPageProps) {
  const address = readRecordsAddress(await searchParams) ?? notFound();
  return { address, evidence: await evidenceOf((await params).partner, address.run, address.metric, address.side, address.page) };
}

export async function generateMetadata(props: RecordsPageProps): Promise<Metadata> {
  const { evidence } = await readPage(props);
  return { title: `${evidence.metric.name}, ${evidence.partner.name}` };
}

export default async function RecordsPage(props: RecordsPageProps) {
  const { address, evidence } = await readPage(props);
  const { partner } = evidence;
  return (
    <RecordsView
      evidence={evidence}
      back={{ href: scorecardPath(partner.code, address.run), label: partner.name }}
      href={(side, page) => recordsPath(partner.code, { ...address, side, page })}
      importHref={importPath}
    />
  );
}
