// Started by scripts/bench.mjs. Prints a table of ratios; each pair is measured side by side, so that machines compare.
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDatabase } from "@/lib/db/client";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { startApp } from "../../scripts/setup/app.mjs";
import { type BenchOrganization, benchOrganization, observedOrganization } from "./bench-organization";
import { benchSession } from "./bench-session";
import { benchEvaluate } from "./evaluate.bench";
import { benchImport } from "./import.bench";
import { benchLargeRun } from "./large-run.bench";
import type { Measurement } from "./measure";
import { benchMetrics } from "./metrics.bench";
import { benchPages, proposeBenchFund } from "./pages.bench";
import { benchSimulator, benchStudio, SIMULATED } from "./simulator.bench";
import { benchStandings, publishFirstRun } from "./standings.bench";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string", default: "evaluate,import,simulator,metrics,standings,pages" },
    lines: { type: "string", default: "10000000" },
  },
});
const wanted = new Set(values.only.split(","));
const adminUrl = process.env.BENCH_ADMIN_URL ?? "";
const results: Measurement[] = [];
const remarks: string[] = [];

await printMachine();
// First: what evaluating leaves in memory is not part of an import's peak.
if (wanted.has("import")) {
  const { peakMb, ...measurement } = await benchImport(adminUrl);
  report(measurement);
  remarks.push(`import: peak memory of the importing process ${Math.round(peakMb)} MB`);
}
if (wanted.has("evaluate")) report(await benchEvaluate());
if (wanted.has("simulator")) {
  report(await benchSimulator());
  const organization = await observedOrganization("Trying", SIMULATED);
  const { number } = await evaluateRun(organization.actor, { asOf: "2026-06-30" });
  await publishRun(organization.actor, { run: number });
  await whileServing(async (baseUrl) => {
    for (const measurement of await benchStudio(organization, await benchSession(organization, baseUrl, "channel_manager"))) report(measurement);
  });
}
if (wanted.has("metrics") || wanted.has("standings") || wanted.has("pages")) {
  const organization = await benchOrganization("Reading");
  const lines = wanted.has("metrics") || wanted.has("pages") ? Number(values.lines) : 100_000;
  const { cells, ...measurement } = await benchMetrics(adminUrl, organization, lines);
  if (wanted.has("metrics")) {
    report(measurement);
    remarks.push(`metrics: the ${lines.toLocaleString("en-US")} lines are rolled up into ${cells.toLocaleString("en-US")} monthly cells`);
  }
  const { evaluateMs, publishMs } = await publishFirstRun(organization);
  remarks.push(
    `a run of 2,000 partners over these lines: evaluated and stored in ${Math.round(evaluateMs)} ms, published in ${Math.round(publishMs)} ms (goal: 1,000)`,
  );
  if (wanted.has("standings") || wanted.has("pages")) await onTheServer(organization);
}
if (wanted.has("large")) remarks.push(await benchLargeRun());
for (const remark of remarks) console.log(remark);
if (values.json !== undefined)
  writeFileSync(
    values.json,
    `${JSON.stringify(
      results.map(({ name, ours, reference, ratio, goal, met }) => ({ name, ours, reference, ratio, goal, met })),
      null,
      2,
    )}\n`,
  );
await closeDatabase();
process.exit(0);

async function analyze(): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query("analyze");
  await admin.end();
}

async function onTheServer(organization: BenchOrganization): Promise<void> {
  await proposeBenchFund(organization);
  await analyze(); // which the database does by itself within a minute of so many new rows
  await whileServing(async (baseUrl) => {
    const session = await benchSession(organization, baseUrl);
    if (wanted.has("standings")) report(await benchStandings(session));
    if (wanted.has("pages")) await benchPages(session, report);
  });
}

/** The production server, for as long as the work takes. */
async function whileServing(work: (baseUrl: string) => Promise<void>): Promise<void> {
  const port = Number(process.env.BENCH_PORT);
  const app = await startApp({
    env: process.env,
    port,
    host: "127.0.0.1",
    distDir: process.env.BENCH_DIST_DIR ?? "",
    say: console.log,
    onWebEnd: (error: Error) => console.error(error.message),
  });
  try {
    await work(`http://localhost:${port}`);
  } finally {
    await app.stop();
  }
}

async function printMachine(): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const { rows } = await admin.query<{ version: string }>("select split_part(version(), ' on ', 1) as version");
  await admin.end();
  const processors = cpus();
  console.log(
    `${processors.length} x ${processors[0]?.model ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${rows[0]?.version}`,
  );
  console.log(`${"work".padEnd(46)}${"ours".padStart(12)}${"reference".padStart(12)}${"ratio".padStart(8)}${"goal".padStart(7)}`);
}

function report(measurement: Measurement): void {
  results.push(measurement);
  const { name, ours, reference, ratio, goal, met, note } = measurement;
  const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(12);
  console.log(`${name.padEnd(46)}${ms(ours)}${ms(reference)}${ratio.toFixed(2).padStart(8)}${`≤ ${goal}`.padStart(7)}  ${met ? "met" : "MISSED"}`);
  console.log(`  ${note}`);
}
