// Where the database is: DATABASE_URL and MIGRATE_DATABASE_URL, or else the embedded server of the data folder.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const DATABASE = "tierline";
export const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Reads `.env` into the environment, as Next does: what is set already wins. */
export function loadDotEnv() {
  const file = path.join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The folder with everything that must survive: the database, the secrets, the demo sign-ins. */
export function dataHome() {
  return path.resolve(process.env.APP_DATA_DIR || path.join(projectRoot, ".data"));
}

export const settingsFile = (home) => path.join(home, "postgres.json");

/** Port and passwords of the embedded server, or null before its first start. */
export function readSettings(home) {
  return existsSync(settingsFile(home)) ? JSON.parse(readFileSync(settingsFile(home), "utf8")) : null;
}

/**
 * URLs of one database on the embedded server, or null before its first start.
 * `app`: the role that row-level security binds. `owner`: the role that migrates. `admin`: the superuser, for maintenance only.
 */
export function embeddedUrls(home, database = DATABASE) {
  const settings = readSettings(home);
  if (!settings) return null;
  const url = (role) => `postgresql://${role}:${settings.passwords[role]}@127.0.0.1:${settings.port}/${database}`;
  return { app: url("tierline_app"), owner: url("tierline_owner"), admin: url("postgres") };
}

/** True when DATABASE_URL names a server that is not ours to start or stop. */
export const isExternal = () => Boolean(process.env.DATABASE_URL);

/** `{ app, owner }` of the database this process should use, or null when the embedded server was never started. */
export function databaseUrls() {
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env;
  if (DATABASE_URL) return { app: DATABASE_URL, owner: MIGRATE_DATABASE_URL || DATABASE_URL };
  if (MIGRATE_DATABASE_URL) throw new Error("MIGRATE_DATABASE_URL is set but DATABASE_URL is not. Set both, or neither for the embedded PostgreSQL.");
  return embeddedUrls(dataHome());
}
