import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunView } from "@/components/score/run-view";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { compareRun } from "@/lib/services/score/compare-run";

type RunPageProps = { readonly params: Promise<{ readonly run: string }>; readonly searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  const run = searchNumber(await params, "run");
  return { title: run === undefined ? "Run" : `Run ${run}` };
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const actor = await requireActor();
  const run = searchNumber(await params, "run") ?? notFound();
  const allMoves = searchValue(await searchParams, "moves") === "all";
  return <RunView comparison={await forPage(compareRun(actor, { run }))} mayPublish={actor.reach("run.publish") !== "none"} allMoves={allMoves} />;
}
