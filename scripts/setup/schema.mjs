// The Prisma client and the database schema, both brought up to date with prisma/.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../db-url.mjs";
import { exclusively } from "./exclusive.mjs";
import { mustRunNode } from "./processes.mjs";
import { step } from "./step.mjs";

const PRISMA = path.join(projectRoot, "node_modules", "prisma", "build", "index.js");
const MIGRATIONS = path.join(projectRoot, "prisma", "migrations");
const CLIENT = path.join(projectRoot, "lib", "db", "generated");
const STAMP = path.join(CLIENT, "made-from");

/** Runs `prisma generate` when the schema or Prisma changed since the last time. */
export async function generateClient() {
  const wanted = sha256(...["prisma/schema.prisma", "node_modules/prisma/package.json"].map((file) => readFileSync(path.join(projectRoot, file))));
  const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
  if (isCurrent()) return;
  await exclusively(path.join(projectRoot, ".data", "generate.lock"), async () => {
    if (isCurrent()) return;
    await step("Generating the database client", () => prisma(["generate"], {}));
    mkdirSync(CLIENT, { recursive: true });
    writeFileSync(STAMP, wanted);
  });
}

/** Applies the migrations that the database does not have. `owner`: URL of the role that owns the tables. */
export async function migrate(owner) {
  if (!(await isMigrated(owner))) await prisma(["migrate", "deploy"], { DATABASE_URL: owner, MIGRATE_DATABASE_URL: owner });
}

/** The migrations of the project in order: `{ name, checksum }`, the checksum as Prisma records it. */
export function projectMigrations() {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, checksum: sha256(readFileSync(path.join(MIGRATIONS, name, "migration.sql"))) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Asks the database itself, which is far quicker than starting Prisma to be told that there is nothing to do. */
async function isMigrated(owner) {
  const { default: pg } = await import("pg"); // only now: this module is loaded before the packages are installed
  const client = new pg.Client(owner);
  try {
    await client.connect();
    const known = await client.query("select to_regclass('_prisma_migrations') as found");
    if (known.rows[0].found === null) return false;
    const rows = await client.query(
      `select migration_name as name, checksum, finished_at is not null as finished from _prisma_migrations
        where rolled_back_at is null order by migration_name collate "C"`,
    );
    const wanted = projectMigrations().map((migration) => ({ ...migration, finished: true }));
    return JSON.stringify(rows.rows) === JSON.stringify(wanted);
  } catch {
    return false; // Prisma says it better
  } finally {
    await client.end().catch(() => undefined);
  }
}

const sha256 = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash("sha256")).digest("hex");

async function prisma(args, env) {
  await mustRunNode(`prisma ${args.join(" ")}`, [PRISMA, ...args], { env, cwd: projectRoot });
}
