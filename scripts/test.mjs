#!/usr/bin/env node
// `npm test`: everything, on a fresh checkout too. `npm test -- unit integration`: only those stages.
// Ends with one line, `N passed, N failed`. Until the packages are installed, only what comes with Node may be imported here.
import { checkNode, installPackages } from "./setup/install.mjs";
import { onInterrupt, stopProcesses } from "./setup/processes.mjs";

const INTERRUPTED = 130;
// What a developer set for a running application is not for the tests: they have a server and a data folder of their own.
const NOT_FOR_TESTS = [
  "DATABASE_URL",
  "MIGRATE_DATABASE_URL",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "APP_DATA_DIR",
  "PORT",
  "NODE_ENV",
  "LOG_LEVEL",
  "ALLOW_SIGNUP",
  "SMTP_URL",
];

let ending = false;
let releaseTestServer = async () => undefined;

onInterrupt(async () => {
  ending = true;
  await stopProcesses();
  await releaseTestServer(); // whichever of us started it
  process.exit(INTERRUPTED);
});

try {
  checkNode();
  for (const name of NOT_FOR_TESTS) delete process.env[name];
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  await installPackages();
  const { STAGE_NAMES, runStages } = await import("./testing/stages.mjs");
  const { releaseServer } = await import("./postgres/hold.mjs");
  const { testHome } = await import("./testing/template-database.mjs");
  releaseTestServer = () => releaseServer(testHome);

  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !STAGE_NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`There is no stage ${unknown.join(", ")}. The stages are: ${STAGE_NAMES.join(", ")}.`);
  const { passed, failed } = await runStages(names.length > 0 ? names : STAGE_NAMES);
  if (!ending) {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  }
} catch (error) {
  if (!ending) {
    console.error(error.message);
    console.log("0 passed, 1 failed");
    process.exitCode = 1;
  }
}
