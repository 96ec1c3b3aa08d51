import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { StudioView } from "@/components/define/studio/studio-view";
import { programVersionPath } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getProgramChoices } from "@/lib/services/define/get-program-choices";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { getProposalTerms } from "@/lib/services/define/get-proposal-terms";

export const metadata: Metadata = { title: "Studio" };

type StudioPageProps = { readonly searchParams: Promise<SearchParams> };

/** A draft is edited here; any other version is only read, on its own page. */
export default async function StudioPage({ searchParams }: StudioPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const program = searchValue(params, "program") ?? "main";
  const number = searchNumber(params, "version");
  if (number === undefined) notFound();
  const version = await forPage(getProgramVersion(actor, { program, version: number }));
  if (version.status !== "draft") redirect(programVersionPath(program, number));
  const choices = await forPage(getProgramChoices(actor, {}));
  const terms = await forPage(getProposalTerms(actor, { program, version: number }));
  return <StudioView version={version} choices={choices} terms={terms} at={searchValue(params, "at") ?? null} />;
}
