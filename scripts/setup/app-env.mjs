// The environment that the application and its scripts run in.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Variables for the web server and the worker: the application's role only, never the owner's.
 * `urls`: `{ app, owner }`. `home`: the data folder.
 */
export function appEnvironment({ urls, home, port }) {
  return {
    DATABASE_URL: urls.app,
    MIGRATE_DATABASE_URL: undefined,
    APP_DATA_DIR: home,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || sessionSecret(home),
    NEXT_TELEMETRY_DISABLED: "1",
    // A person at a terminal is told what asks for attention; a log file is told everything.
    LOG_LEVEL: process.env.LOG_LEVEL || (process.stderr.isTTY ? "warn" : "info"),
    NODE_ENV: undefined, // each Next command sets its own
  };
}

/** The same for scripts, which may also act as the owner (loading the demo, migrating). */
export function scriptEnvironment(options) {
  return { ...appEnvironment(options), MIGRATE_DATABASE_URL: options.urls.owner };
}

/** Signs the sessions; kept, so that a restart signs nobody out. */
function sessionSecret(home) {
  const file = path.join(home, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(file, JSON.stringify({ NEXTAUTH_SECRET: randomBytes(32).toString("hex") }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8")).NEXTAUTH_SECRET;
}
