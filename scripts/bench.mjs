#!/usr/bin/env node
// `npm run bench`: measures the work of DESIGN's targets against its references, on a server and a build of its own.
// `npm run bench -- --json FILE` writes the ratios; `-- --only evaluate,pages` narrows; `-- --lines 1000000` makes the data of metrics and pages smaller.
// `-- --only large` runs 100,000 partners through the services, which takes some ten minutes and is left out otherwise.
import path from "node:path";
import pg from "pg";
import { embeddedUrls, projectRoot } from "./db-url.mjs";
import { holdServer } from "./postgres/hold.mjs";
import { scriptEnvironment } from "./setup/app-env.mjs";
import { build, isBuilt } from "./setup/build.mjs";
import { freePort } from "./setup/ports.mjs";
import { runNode } from "./setup/processes.mjs";
import { generateClient, migrate } from "./setup/schema.mjs";
import { step } from "./setup/step.mjs";
import { typescriptArguments } from "./setup/typescript.mjs";

const home = path.join(projectRoot, ".data", "bench");
const DIST_DIR = ".next-bench";
const args = process.argv.slice(2);

await generateClient();
const server = await holdServer(home);
try {
  const admin = new pg.Client(embeddedUrls(home, "postgres").admin);
  await admin.connect();
  await admin.query("DROP DATABASE IF EXISTS bench WITH (FORCE)");
  await admin.query("CREATE DATABASE bench OWNER tierline_owner");
  await admin.end();
  const urls = embeddedUrls(home, "bench");
  await migrate(urls.owner);

  const port = await freePort();
  // The benchmark's build has one page more: see page.bench.tsx.
  const env = {
    ...scriptEnvironment({ urls, home, port }),
    TIERLINE_BENCH: "1",
    BENCH_ADMIN_URL: urls.admin,
    BENCH_PORT: String(port),
    BENCH_DIST_DIR: DIST_DIR,
  };
  const wantsPage = !args.includes("--only") || /standings|pages|simulator/.test(args.join(" "));
  if (wantsPage && !isBuilt(DIST_DIR)) await step("Building", () => build(DIST_DIR, env));
  const { ok } = await runNode(typescriptArguments("tests/bench/bench.ts", args), { env, cwd: projectRoot, show: true });
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.release();
}
