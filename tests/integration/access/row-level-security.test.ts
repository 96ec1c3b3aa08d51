import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessDatabase, connect } from "./access-database";

const database = accessDatabase();
let owner: pg.Client;
let app: pg.Client;
beforeAll(async () => {
  owner = await connect(database.ownerUrl());
  app = await connect(database.appUrl());
});
afterAll(async () => {
  await owner.end();
  await app.end();
});

const TABLES_OF_NOBODY = ["_prisma_migrations", "sign_in_throttle"]; // kept by Prisma; read before anybody is known

test("every table belongs to an organization, with the few exceptions known", async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull) order by 1`);
  expect(rows.map(({ name }) => name).filter((name) => name !== "_prisma_migrations")).toEqual(["organization", "sign_in_throttle"]);
});

test("row-level security is on, forced on the owner too, and has a policy for every table of an organization", async () => {
  const { rows } = await owner.query<{ name: string; enabled: boolean; forced: boolean; policies: string[] }>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      array(select p.polname::text from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  expect(rows.length).toBeGreaterThan(25);
  for (const table of rows.filter(({ name }) => !TABLES_OF_NOBODY.includes(name))) {
    expect(table).toEqual({ name: table.name, enabled: true, forced: true, policies: ["org_only"] });
  }
});

test("what lets in more than the organization's rows is the look-up of one e-mail, of one token and of one invitation", async () => {
  const { rows } = await owner.query<{ name: string; command: string }>(`
    select polrelid::regclass::text || '.' || polname as name, polcmd as command from pg_policy where polpermissive and polname <> 'org_only' order by 1`);
  expect(rows).toEqual([
    { name: "api_token.sign_in", command: "r" },
    { name: "app_user.sign_in", command: "r" },
    { name: "invitation.by_token", command: "r" },
  ]);
});

test("the application's role owns nothing, and nothing exempts it", async () => {
  const { rows } = await app.query<{ owned: number; super: boolean; bypass: boolean; create: boolean; members: number }>(`
    select (select count(*) from pg_class where relowner = r.oid)::int + (select count(*) from pg_proc where proowner = r.oid)::int as owned,
      r.rolsuper as super, r.rolbypassrls as bypass, has_schema_privilege(current_user, 'public', 'create') as create,
      (select count(*) from pg_auth_members m where m.member = r.oid)::int as members
    from pg_roles r where r.rolname = current_user`);
  expect(rows).toEqual([{ owned: 0, super: false, bypass: false, create: false, members: 0 }]);
});

test("no function, view or materialized view lends its owner's eyes", async () => {
  const definers = await owner.query("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef");
  expect(definers.rows).toEqual([]);
  const views = await owner.query(`
    select relname from pg_class where relnamespace = 'public'::regnamespace
      and (relkind = 'm' or (relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)))`);
  expect(views.rows).toEqual([]);
});

test("every foreign key carries the organization, so that no row can point into another's", async () => {
  const { rows } = await owner.query<{ name: string; columns: string[]; target: string }>(`
    select conname as name, confrelid::regclass::text as target,
      array(select a.attname::text from unnest(conkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.n order by o) as columns
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1`);
  expect(rows.length).toBeGreaterThan(25);
  for (const { name, columns, target } of rows) {
    if (target === "organization") expect(columns, name).toEqual(["org_id"]);
    else expect(columns.length > 1 && columns[0] === "org_id", `${name} (${columns.join(", ")})`).toBe(true);
  }
});

test("every primary and unique key starts with the organization, so that nobody learns what another has", async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique
      and (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) is distinct from 'org_id' order by 1`);
  // The hash of a token or an invitation says nothing of its organization, and is looked up before that is known.
  expect(rows.map(({ name }) => name).filter((name) => name !== "_prisma_migrations_pkey")).toEqual([
    "api_token_token_hash_key",
    "invitation_token_hash_key",
    "organization_pkey",
    "sign_in_throttle_pkey",
  ]);
});

test("facts and trail are never updated by the application, and the trail is never deleted", async () => {
  const { rows } = await app.query<{ name: string }>(`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not has_table_privilege(c.oid, 'update') order by 1`);
  expect(rows.map(({ name }) => name).filter((name) => name !== "_prisma_migrations")).toEqual([
    "audit_event",
    "back_test_quarter",
    "certification",
    "decision",
    "fact_retirement",
    "fund_change",
    "observation",
    "opportunity",
    "pos_line",
    "pos_month",
    "pos_partner_month",
    "potential",
    "run_cell",
    "run_cell_sale",
    "run_line_sale",
    "run_sale",
    "simulation",
  ]);
  const { rows: kept } = await app.query<{ trail: boolean; migrations: boolean }>(`
    select has_table_privilege('audit_event', 'delete') or has_table_privilege('audit_event', 'truncate') as trail`);
  expect(kept).toEqual([{ trail: false }]);
});
