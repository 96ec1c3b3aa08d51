// @prisma/adapter-pg as the driver of migrations, with the three gaps closed that it has in that role.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { driverUrl, execute, schemaOf } from "./database.mjs";

const CHAR_OID = 18;
const TEXT_OID = 25;
const shadowDatabases = new Set();

export function migrationDriver(url) {
  const options = { schema: schemaOf(url) };

  class MigrationDriver extends PrismaPg {
    async connect() {
      return forMigrations(await super.connect());
    }

    // The adapter's own version keeps the connection string, which to `pg` outranks the database name: it would replay
    // every migration in the main database.
    async connectToShadowDb() {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      await execute(url, `CREATE DATABASE "${name}"`);
      shadowDatabases.add(name);
      const shadow = new PrismaPg({ connectionString: driverUrl(url, name), max: 1 }, options);
      const adapter = forMigrations(await shadow.connect());
      const disconnect = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await disconnect();
        await dropShadowDatabase(url, name);
      };
      return adapter;
    }
  }

  return new MigrationDriver({ connectionString: driverUrl(url), max: 1 }, options); // one connection: the engine locks per session
}

/** Drops what an interrupted `prisma migrate dev` would leave. */
export async function dropShadowDatabases(url) {
  for (const name of [...shadowDatabases]) await dropShadowDatabase(url, name);
}

async function dropShadowDatabase(url, name) {
  await execute(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  shadowDatabases.delete(name);
}

function forMigrations(adapter) {
  readInternalCharColumns(adapter);
  // The adapter splits a script at every `;`, which breaks function bodies and DO blocks. Sent whole, it is also one transaction.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** The adapter does not know the catalogue's type "char", which the engine reads: it is text to the one and Character to the other. */
function readInternalCharColumns(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  let turn = Promise.resolve();
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    for (const [i, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      charColumns.push(i);
    }
    return result;
  };
  adapter.queryRaw = (query) => {
    const answer = turn.then(async () => {
      const result = await queryRaw(query);
      for (const i of charColumns) result.columnTypes[i] = ColumnTypeEnum.Character;
      return result;
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
}
