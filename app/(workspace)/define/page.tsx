import type { Metadata } from "next";
import { ProgramEmpty } from "@/components/define/program-empty";
import { ProgramView } from "@/components/define/program-view";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";

export const metadata: Metadata = { title: "Define" };

type DefinePageProps = { readonly searchParams: Promise<SearchParams> };

export default async function DefinePage({ searchParams }: DefinePageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const { items: versions } = await forPage(listProgramVersions(actor, {}));
  const newest = versions.find(({ status }) => status === "published") ?? versions[0];
  if (newest === undefined) return <ProgramEmpty />;
  const program = searchValue(params, "program") ?? newest.program.key;
  const version = searchNumber(params, "version") ?? newest.version;
  return <ProgramView version={await forPage(getProgramVersion(actor, { program, version }))} versions={versions} />;
}
