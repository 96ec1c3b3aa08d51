import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportView } from "@/components/measure/import-view";
import { searchNumber } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getImport } from "@/lib/services/measure/get-import";

export const metadata: Metadata = { title: "Import" };

type ImportPageProps = { readonly params: Promise<{ readonly batch: string }> };

export default async function ImportPage({ params }: ImportPageProps) {
  const actor = await requireActor();
  const batch = searchNumber(await params, "batch") ?? notFound();
  return <ImportView detail={await forPage(getImport(actor, { batch }))} mayWrite={actor.reach("import.write") !== "none"} />;
}
