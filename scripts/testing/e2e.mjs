// The end-to-end tests: the built application on a free port, over a fresh database with the demo organization, and a real browser.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../db-url.mjs";
import { holdServer } from "../postgres/hold.mjs";
import { startApp } from "../setup/app.mjs";
import { appEnvironment, scriptEnvironment } from "../setup/app-env.mjs";
import { isAlive } from "../setup/exclusive.mjs";
import { freePort } from "../setup/ports.mjs";
import { mustRunNode, runNode } from "../setup/processes.mjs";
import { step } from "../setup/step.mjs";
import { scriptPath, typescriptArguments } from "../setup/typescript.mjs";
import { tallyPlaywright } from "./tally.mjs";
import { copyTemplate, prepareTemplate, testHome } from "./template-database.mjs";

const PLAYWRIGHT = path.join(projectRoot, "node_modules", "@playwright", "test", "cli.js");

/** Runs Playwright against the build in `distDir`. `args` narrow what is run. Everything it starts is stopped again. */
export async function runEndToEnd(distDir, reportFile, args = []) {
  const home = path.join(testHome, `e2e-${process.pid}`); // its own secrets, sign-ins and files
  mkdirSync(home, { recursive: true });
  removeAbandoned();
  const server = await holdServer(testHome, { durable: false });
  let database = null;
  let app = null;
  try {
    const port = await freePort();
    database = await step("Preparing the end-to-end database", async () => copyTemplate(await prepareTemplate(), "e2e"));
    const options = { urls: { app: database.appUrl, owner: database.ownerUrl }, home, port };
    const demo = scriptPath("prisma/demo/load-demo.ts");
    if (demo)
      await step("Loading the demo organization", () =>
        mustRunNode("Loading the demo", typescriptArguments(demo), { env: scriptEnvironment(options), cwd: projectRoot }),
      );
    const env = { ...appEnvironment(options), ALLOW_SIGNUP: "1" };
    let serverDied = false;
    const onWebEnd = (error) => {
      serverDied = true;
      console.error(error.message);
    };
    app = await startApp({ env, port, distDir, say: console.log, onWebEnd });
    // Tests found organizations of their own through the services, in scripts that need the application's environment.
    const browserEnv = { ...scriptEnvironment(options), BASE_URL: env.NEXTAUTH_URL, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile, CI: "1" };
    const { ok } = await runNode([PLAYWRIGHT, "test", "--reporter=list,json", ...args], { env: browserEnv, cwd: projectRoot, show: true });
    return tallyPlaywright(reportFile, ok && !serverDied);
  } finally {
    await app?.stop();
    await database?.drop();
    await server.release();
    rmSync(home, { recursive: true, force: true });
  }
}

/** What test runs that were killed left behind. */
function removeAbandoned() {
  for (const name of readdirSync(testHome)) {
    const owner = /^e2e-(\d+)$/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(path.join(testHome, name), { recursive: true, force: true });
  }
}
