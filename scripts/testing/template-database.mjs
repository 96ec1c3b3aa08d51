// Databases for tests: one migrated template per state of the migrations, and copies of it, on a server of the tests' own.
import { createHash } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { embeddedUrls, projectRoot } from "../db-url.mjs";
import { exclusively, isAlive } from "../setup/exclusive.mjs";
import { migrate, projectMigrations } from "../setup/schema.mjs";

/** The tests' data folder: a developer's running application keeps its own. */
export const testHome = path.join(projectRoot, ".data", "test");

const COPY = /^t_(\d+)_/; // t_<process that made it>_<anything>

/** Runs `work(client)` as the superuser of the test server. */
async function asAdmin(work) {
  const client = new pg.Client(embeddedUrls(testHome, "postgres").admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the migrated template unless it is there, and drops what earlier, interrupted test runs left. Its name. */
export function prepareTemplate() {
  const name = `template_${migrationsHash()}`;
  return exclusively(path.join(testHome, "template.lock"), () =>
    asAdmin(async (client) => {
      const databases = (await client.query("select datname from pg_database")).rows.map((row) => row.datname);
      for (const database of databases) {
        const maker = COPY.exec(database)?.[1];
        const stale = maker ? !isAlive(Number(maker)) : database.startsWith("template_") && database !== name;
        if (stale) await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      }
      if (!databases.includes(name)) await makeTemplate(client, name);
      return name;
    }),
  );
}

async function makeTemplate(client, name) {
  const unfinished = `${name}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${unfinished} OWNER tierline_owner`);
  await migrate(embeddedUrls(testHome, unfinished).owner);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
}

/** A database of its own for one test file: `{ ownerUrl, appUrl, drop() }`. */
export async function copyTemplate(template, name) {
  const database = `t_${process.pid}_${name}`;
  await asAdmin((client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER tierline_owner`));
  const { app, owner } = embeddedUrls(testHome, database);
  return {
    appUrl: app,
    ownerUrl: owner,
    drop: () => asAdmin(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))),
  };
}

function migrationsHash() {
  return createHash("sha256").update(JSON.stringify(projectMigrations())).digest("hex").slice(0, 16);
}
