import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";

describe("the application's role", () => {
  let database: TestDatabase;
  let app: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = new pg.Client(database.appUrl);
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  test("owns nothing and is bound by row-level security", async () => {
    const role = await app.query("select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user");
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }]);
    const owned = await app.query("select relname from pg_class where relowner = current_user::regrole");
    expect(owned.rows).toEqual([]);
  });

  test("cannot change the schema", async () => {
    await expect(app.query("create table public.mine (id int)")).rejects.toThrow(/permission denied/);
    const mine = await app.query("select to_regclass('public.mine') as found");
    expect(mine.rows).toEqual([{ found: null }]);
  });

  test("finds every migration applied", async () => {
    const owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    const unfinished = await owner.query("select migration_name from _prisma_migrations where finished_at is null");
    const finished = await owner.query("select migration_name from _prisma_migrations where finished_at is not null");
    await owner.end();
    expect(unfinished.rows).toEqual([]);
    expect(finished.rowCount).toBeGreaterThan(0);
  });
});
