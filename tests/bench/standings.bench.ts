import { defaultProgram } from "@/lib/domain/define/default-program";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import type { BenchOrganization } from "./bench-organization";
import type { BenchSession } from "./bench-session";
import { compare, type Measurement } from "./measure";

const RUNS = 40;
const SHOWN = 50;

export type RunFigures = { readonly evaluateMs: number; readonly publishMs: number };

/** Evaluates and publishes the organization's first run, so that there is something to show. */
export async function publishFirstRun({ actor }: BenchOrganization): Promise<RunFigures> {
  const program = defaultProgram("USD", { mixCategories: ["C1", "C2"] });
  // These partners have sales alone: their pillars are added up, since multiplied nobody would have a score or take part in a fund.
  const document = program.score.kind === "group" ? { ...program, score: { ...program.score, combine: "arithmetic" as const } } : program;
  const { version } = await createProgramVersion(actor, { document });
  await publishProgramVersion(actor, { version, effectiveFrom: "2024-01-01" });
  const start = performance.now();
  const { number } = await evaluateRun(actor, { asOf: "2026-06-30" });
  const evaluated = performance.now();
  await publishRun(actor, { run: number });
  return { evaluateMs: evaluated - start, publishMs: performance.now() - evaluated };
}

/** The standings page of 2,000 partners against the same page with its rows kept in memory, both from the running production server. */
export async function benchStandings({ baseUrl, cookie }: BenchSession): Promise<Measurement> {
  const get = (path: string) => async () => {
    const answer = await fetch(`${baseUrl}${path}`, { headers: { cookie } });
    const html = await answer.text();
    const rows = html.match(/<th[^>]* scope="row"|<th scope="row"/g)?.length ?? 0;
    if (answer.status !== 200 || rows !== SHOWN) throw new Error(`${path} answered ${answer.status} with ${rows} rows`);
  };
  return compare(
    "standings page, 50 rows of 2,000 partners",
    2,
    "server time of the page / of the same page with static rows",
    { runs: RUNS },
    get("/score"),
    get("/score/static"),
  );
}
