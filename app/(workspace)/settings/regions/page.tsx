import type { Metadata } from "next";
import { RegionsView } from "@/components/settings/regions-view";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";
import { listRegions } from "@/lib/services/settings/list-regions";

export const metadata: Metadata = { title: "Regions" };

type RegionsPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function RegionsPage({ searchParams }: RegionsPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const search = searchValue(params, "search")?.slice(0, 100);
  const list = await forPage(listRegions(actor, { search, page: Math.min(searchNumber(params, "page") ?? 1, 100_000) }));
  const me = await forPage(getMe(actor, {}));
  return (
    <SettingsFrame
      current="regions"
      permissions={me.permissions}
      lead="Where partners are and sell, as a tree. An imported file of regions changes it too."
    >
      <RegionsView list={list} search={search} />
    </SettingsFrame>
  );
}
