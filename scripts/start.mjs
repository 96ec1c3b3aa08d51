#!/usr/bin/env node
// `npm start`: from a fresh checkout to a running application. `npm run dev` (`--dev`): the same, for developing.
// Until the packages are installed, only what comes with Node may be imported here.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { databaseUrls, dataHome, embeddedUrls, isExternal, loadDotEnv, projectRoot } from "./db-url.mjs";
import { startApp } from "./setup/app.mjs";
import { appEnvironment, scriptEnvironment } from "./setup/app-env.mjs";
import { build, claimBuild, isBuilt } from "./setup/build.mjs";
import { checkNode, installPackages } from "./setup/install.mjs";
import { isFree } from "./setup/ports.mjs";
import { mustRunNode, onInterrupt, stopProcesses } from "./setup/processes.mjs";
import { generateClient, migrate } from "./setup/schema.mjs";
import { seconds, step } from "./setup/step.mjs";
import { scriptPath, typescriptArguments } from "./setup/typescript.mjs";

const DIST_DIR = process.env.NEXT_DIST_DIR || ".next";
const DEFAULT_PORT = 3000;
const HEAL_EVERY_MS = 2000;

const dev = process.argv.includes("--dev");
const since = performance.now();
let server = null; // a promise of the embedded PostgreSQL, once it is being started
let app = null;
let healing = false;
let ending = false;

onInterrupt(() => end(0));
process.on("uncaughtException", fail); // also then nothing may be left running
try {
  checkNode();
  await installPackages();
  loadDotEnv();
  await start();
} catch (error) {
  if (!ending) {
    console.error(`\n${explain(error)}`);
    await end(1);
  }
}

async function start() {
  const home = dataHome();
  mkdirSync(home, { recursive: true });
  const port = await choosePort();
  await generateClient();
  const urls = await database(home);
  const env = appEnvironment({ urls, home, port });
  await step("Migrating the database", () => migrate(urls.owner));
  await loadDemo(scriptEnvironment({ urls, home, port }));
  if (!dev && !isBuilt(DIST_DIR)) await step("Building the application (once per change, about a minute)", () => build(DIST_DIR, env));
  if (!dev) claimBuild(DIST_DIR);
  await step(dev ? "Starting the development server" : "Starting the web server and the worker", async () => {
    app = await startApp({ env, port, host: process.env.LISTEN_HOST, distDir: DIST_DIR, dev, say: console.log, onWebEnd: fail });
  });
  console.log(`\nTierline is ready after ${seconds(since)}: ${env.NEXTAUTH_URL}`);
  printSignIns(path.join(home, "demo-sign-ins.json"));
  const kept = isExternal() ? "" : ` Everything is kept in ${path.relative(process.cwd(), home) || home}.`;
  console.log(`\nCtrl-C stops it.${kept}`);
}

async function choosePort() {
  const asked = process.env.PORT;
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is "${asked}"; it must be a number from 1 to 65535.`);
    if (!(await isFree(port))) throw new Error(`Port ${port} is in use. Stop what uses it, or choose another one: PORT=${port + 1} npm start`);
    return port;
  }
  let port = DEFAULT_PORT;
  while (!(await isFree(port))) port++;
  if (port !== DEFAULT_PORT) console.log(`Port ${DEFAULT_PORT} is in use, taking ${port}. Set PORT to choose one.`);
  return port;
}

async function database(home) {
  if (isExternal()) return databaseUrls();
  databaseUrls(); // refuses half of an external configuration
  const { holdServer } = await import("./postgres/hold.mjs");
  await step("Starting PostgreSQL", async () => {
    server = holdServer(home);
    return `127.0.0.1:${(await server).port}`;
  });
  setInterval(heal, HEAL_EVERY_MS).unref();
  return embeddedUrls(home);
}

async function heal() {
  if (ending || healing) return;
  healing = true;
  try {
    if (await (await server).heal()) console.log("PostgreSQL had ended; it is started again.");
  } catch (error) {
    console.error(error.message);
  } finally {
    healing = false;
  }
}

async function loadDemo(env) {
  const entry = scriptPath("prisma/demo/load-demo.ts");
  if (entry)
    await step("Loading the demo organization, unless it is there", () =>
      mustRunNode("Loading the demo", typescriptArguments(entry), { env, cwd: projectRoot }),
    );
}

/** The file is `[{ who, email, password }]`, written by the demo loader. */
function printSignIns(file) {
  if (!existsSync(file)) return;
  console.log("\nDemo sign-ins:");
  for (const { who, email, password } of JSON.parse(readFileSync(file, "utf8"))) console.log(`  ${who.padEnd(24)} ${email.padEnd(36)} ${password}`);
}

async function fail(error) {
  if (ending) return;
  console.error(`\n${explain(error)}`);
  await end(1);
}

/** Web server and worker first, then the database under them. */
async function end(code) {
  if (ending) return;
  ending = true;
  if (app) console.log("\nStopping …");
  await app?.stop();
  await stopProcesses();
  await (await server?.catch(() => null))?.release(); // also one that was still starting
  process.exit(code);
}

function explain(error) {
  if (error.code !== "EACCES" && error.code !== "EPERM") return error.message;
  return `${error.message}\nThis file belongs to another user, probably because Tierline ran as that user before. Run it as that user, or give the folder to yourself (chown -R).`;
}
