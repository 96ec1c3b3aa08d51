// Only in the benchmark's build: the standings page with rows read once, against which the real page's server time is held.
import { readStandingsAddress } from "@/components/score/standings-address";
import { StandingsView } from "@/components/score/standings-view";
import { requireActor } from "@/lib/auth/session";
import type { Standings } from "@/lib/contracts/standings";
import { listStandings } from "@/lib/services/score/list-standings";

let kept: Standings | null = null;

export default async function StaticStandingsPage() {
  const query = readStandingsAddress({});
  const actor = await requireActor();
  kept ??= await listStandings(actor, query);
  return <StandingsView standings={kept} query={query} />;
}
