import type { Metadata } from "next";
import { RunsView } from "@/components/score/runs-view";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { forPage } from "@/lib/http/page";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { getHome } from "@/lib/services/measure/get-home";
import { listRuns } from "@/lib/services/score/list-runs";
import { getMe } from "@/lib/services/settings/get-me";

export const metadata: Metadata = { title: "Runs" };

type RunsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function RunsPage({ searchParams }: RunsPageProps) {
  const actor = await requireActor();
  const cursor = searchValue(await searchParams, "cursor");
  const page = await forPage(listRuns(actor, { cursor, limit: 25 }));
  const versions = await forPage(listProgramVersions(actor, {}));
  const { dataThrough } = await forPage(getHome(actor, {}));
  const asOf = latest(dataThrough, page.items[0]?.asOf) ?? today((await forPage(getMe(actor, {}))).organization.timeZone);
  return (
    <RunsView page={page} versions={versions.items} asOf={asOf} dataThrough={dataThrough} mayEvaluate={actor.reach("run.evaluate") !== "none"} />
  );
}

/** A run cannot be published as of a date before the last one. */
function latest(dataThrough: string | null, lastAsOf: string | undefined): string | undefined {
  return [dataThrough, lastAsOf]
    .filter((date) => date !== null && date !== undefined)
    .toSorted()
    .at(-1);
}
