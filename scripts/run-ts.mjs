#!/usr/bin/env node
// Runs a TypeScript script in the application's environment: `node scripts/run-ts.mjs <entry> [arguments]`.
import { spawn } from "node:child_process";
import path from "node:path";
import { databaseUrls, dataHome, loadDotEnv, projectRoot } from "./db-url.mjs";
import { scriptEnvironment } from "./setup/app-env.mjs";
import { typescriptArguments } from "./setup/typescript.mjs";

loadDotEnv();
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error("usage: node scripts/run-ts.mjs <entry.ts> [arguments]");
  process.exit(2);
}
const urls = databaseUrls() ?? { app: undefined, owner: undefined }; // not every script needs a database
const env = { ...process.env, ...scriptEnvironment({ urls, home: dataHome(), port: process.env.PORT || 3000 }), NODE_ENV: process.env.NODE_ENV };
const child = spawn(process.execPath, typescriptArguments(entry, args), {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...env, TIERLINE_STARTER: process.pid, TSX_TSCONFIG_PATH: path.join(projectRoot, "tsconfig.json") },
});

// A terminal sends Ctrl-C to the script as well; any other signal reaches us alone.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  });
}
child.once("exit", (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
