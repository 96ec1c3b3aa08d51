import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { createMetric } from "@/lib/services/measure/create-metric";
import { getPartner } from "@/lib/services/measure/get-partner";
import { listMetrics } from "@/lib/services/measure/list-metrics";
import { listPartners } from "@/lib/services/measure/list-partners";
import { createToken } from "@/lib/services/settings/create-token";
import { getMe } from "@/lib/services/settings/get-me";
import { listTokens } from "@/lib/services/settings/list-tokens";
import { listUsers } from "@/lib/services/settings/list-users";
import { removeUser } from "@/lib/services/settings/remove-user";
import { revokeToken } from "@/lib/services/settings/revoke-token";
import { accessDatabase, connect, type TestOrganization } from "./access-database";

const database = accessDatabase();

// Everything of the other organization carries the word CANARY.
let other: TestOrganization;
let otherToken: { id: number };
let org: TestOrganization;
let admin: Actor;

beforeAll(async () => {
  other = await database.found("canary");
  const otherAdmin = await other.user("admin", "admin@canary.example");
  await other.sql("update partner set name = 'CANARY', code = 'CANARY' || code");
  await createMetric(other.actor(otherAdmin), { key: "canary", name: "CANARY", unit: "number", betterWhen: "higher" });
  otherToken = await createToken(other.actor(otherAdmin), { name: "CANARY", scopes: ["metric.read"] });
  org = await database.found("ours");
  admin = org.actor(await org.user("admin"));
});

describe("an administrator of one organization", () => {
  test.each([
    { name: "partners", read: () => listPartners(admin, {}) },
    { name: "partners by search", read: () => listPartners(admin, { search: "CANARY" }) },
    { name: "metrics", read: () => listMetrics(admin, {}) },
    { name: "tokens", read: () => listTokens(admin, {}) },
    { name: "users", read: () => listUsers(admin, {}) },
    { name: "who asks", read: () => getMe(admin, {}) },
  ])("sees nothing of another's $name", async ({ read }) => {
    expect(JSON.stringify(await read()).toLowerCase()).not.toContain("canary");
  });

  test("finds another's partner, user and token not to exist, and changes none", async () => {
    await expect(getPartner(admin, { partner: "CANARYP1" })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeUser(admin, { email: "admin@canary.example" })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeToken(admin, { id: otherToken.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(createToken(admin, { name: "x", scopes: ["metric.read"], owner: "admin@canary.example" })).rejects.toMatchObject({
      code: "unprocessable",
    });
    expect(await other.sql("select removed_at as at from app_user")).toEqual([{ at: null }]);
    expect(await other.sql("select revoked_at as at from api_token")).toEqual([{ at: null }]);
  });

  test("may use the same keys", async () => {
    await createMetric(admin, { key: "canary", name: "Ours", unit: "number", betterWhen: "higher" });
    expect(await other.sql("select name from custom_metric")).toEqual([{ name: "CANARY" }]);
  });
});

describe("the second wall, without the first", () => {
  test("a connection that says nobody's organization sees nothing, in any table", async () => {
    const client = await connect(database.appUrl());
    const { rows } = await client.query<{ name: string }>(
      "select c.relname as name from pg_class c where c.relkind = 'r' and c.relrowsecurity order by 1",
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name } of rows) expect((await client.query(`select * from ${name}`)).rows, name).toEqual([]);
    await client.end();
  });

  test("an organization's connection can neither read nor write another's rows", async () => {
    expect(await org.sql("select code from partner where org_id = $1", [other.orgId])).toEqual([]);
    await org.sql("update partner set name = 'taken' where org_id = $1", [other.orgId]);
    await org.sql("delete from custom_metric where org_id = $1", [other.orgId]);
    await expect(
      org.sql("insert into custom_metric (org_id, key, name, unit, better_when) values ($1, 'k', 'k', 'number', 'higher')", [other.orgId]),
    ).rejects.toThrow(/row-level security/);
    await expect(
      org.sql("insert into partner (org_id, code, name, region_id) select $1, 'X', 'X', max(id) - 1 from region", [org.orgId]),
    ).rejects.toThrow();
    expect(await other.sql("select name from partner where name <> 'CANARY'")).toEqual([]);
  });

  test("a partner's connection reads its own partner and no accounts, and writes nothing", async () => {
    const client = await connect(database.appUrl());
    await client.query("select set_config('app.org_id', $1, false), set_config('app.partner_id', $2, false)", [
      String(org.orgId),
      String(org.partnerId),
    ]);
    expect((await client.query("select code from partner")).rows).toEqual([{ code: "P1" }]);
    expect((await client.query("select id from app_user")).rows).toEqual([]);
    expect((await client.query("select id from api_token")).rows).toEqual([]);
    await client.query("update partner set name = 'me'");
    await expect(
      client.query("insert into custom_metric (org_id, key, name, unit, better_when) values ($1, 'mine', 'k', 'number', 'higher')", [org.orgId]),
    ).rejects.toThrow(/row-level security/);
    await client.end();
    expect(await org.sql("select name from partner where name = 'me'")).toEqual([]);
  });
});
