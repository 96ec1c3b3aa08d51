import type { Metadata } from "next";
import { ImportsView } from "@/components/measure/imports-view";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { getImport } from "@/lib/services/measure/get-import";
import { listImportKinds } from "@/lib/services/measure/list-import-kinds";
import { listImports } from "@/lib/services/measure/list-imports";

export const metadata: Metadata = { title: "Imports" };

type ImportsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function ImportsPage({ searchParams }: ImportsPageProps) {
  const actor = await requireActor();
  const address = await searchParams;
  const cursor = searchNumber(address, "cursor");
  const page = await forPage(listImports(actor, { limit: 25, ...(cursor !== undefined && { cursor: String(cursor) }) }));
  const kinds = await forPage(listImportKinds(actor, {}));
  const kind = kinds.items.find((guide) => guide.kind === searchValue(address, "kind"))?.kind;
  const again = searchNumber(address, "again");
  const failed = again === undefined ? null : await forPage(orNull(getImport(actor, { batch: again })));
  return (
    <ImportsView
      page={page}
      kinds={kinds.items}
      kind={kind}
      again={failed?.batch ?? null}
      currency={kinds.currency}
      mayWrite={actor.reach("import.write") !== "none"}
    />
  );
}
