import { proposeFund } from "@/lib/services/entitle/propose-fund";
import type { BenchOrganization } from "./bench-organization";
import type { BenchSession } from "./bench-session";
import { type Measurement, medianTime } from "./measure";

const RUNS = 15;
/** Server time of a page, in milliseconds. */
const GOAL_MS = 400;

const PAGES = [
  "/measure",
  "/measure?by=region&kpi=growth",
  "/measure?by=line",
  "/measure/kpis/growth",
  "/entitle",
  "/entitle/funds",
  "/entitle/funds/1",
  "/activate",
  "/activate/gaps",
] as const;

/** Proposes a fund for the quarter after the benchmark's run, so that its page has all its rows. */
export async function proposeBenchFund({ actor }: BenchOrganization): Promise<void> {
  await proposeFund(actor, { benefit: "mdf", periodFrom: "2026-07-01", budget: 10_000_000_000 });
}

/** Reports pages that add up facts or money of 2,000 partners, from the running production server, against the time they are held to. */
export async function benchPages({ baseUrl, cookie }: BenchSession, report: (measurement: Measurement) => void): Promise<void> {
  for (const path of PAGES) {
    const ours = await medianTime(RUNS, async () => {
      const answer = await fetch(`${baseUrl}${path}`, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    });
    report({
      ...{ name: path, ours, reference: GOAL_MS, ratio: ours / GOAL_MS, goal: 1, met: ours <= GOAL_MS },
      note: "server time of the page / the time it is held to",
    });
  }
}
