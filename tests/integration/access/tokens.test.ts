import { expect, test } from "vitest";
import * as me from "@/app/api/v1/me/route";
import * as metrics from "@/app/api/v1/metrics/route";
import * as tokens from "@/app/api/v1/tokens/route";
import { createToken } from "@/lib/services/settings/create-token";
import { listTokens } from "@/lib/services/settings/list-tokens";
import { revokeToken } from "@/lib/services/settings/revoke-token";
import { accessDatabase, bearer, send } from "./access-database";

const database = accessDatabase();
const REFUSED = { status: 401, json: { code: "unauthenticated" } };

test("a token acts with its owner's role, narrowed to its scopes", async () => {
  const org = await database.found("scopes");
  const admin = await org.user("admin");
  const { token } = await org.token(admin, ["organization.read", "metric.read"]);
  expect((await send(me.GET, { headers: bearer(token) })).json).toMatchObject({
    kind: "token",
    role: "admin",
    permissions: ["organization.read", "metric.read"],
  });
  expect((await send(metrics.GET, { headers: bearer(token) })).status).toBe(200);
  const refused = await send(metrics.POST, { method: "POST", headers: { ...bearer(token), "content-type": "application/json" }, body: "{}" });
  expect(refused).toMatchObject({ status: 403, json: { code: "forbidden", details: { permission: "metric.write" } } });
});

test("a scope outlives the owner's right by nothing", async () => {
  const org = await database.found("demoted");
  const owner = await org.user("channel_manager");
  const { token } = await org.token(owner, ["metric.write", "organization.read"]);
  await org.sql("update app_user set role = 'finance' where id = $1", [owner.id]);
  const headers = { ...bearer(token), "content-type": "application/json" };
  expect((await send(metrics.POST, { method: "POST", headers, body: "{}" })).status).toBe(403);
  expect((await send(me.GET, { headers })).json).toMatchObject({ permissions: ["organization.read"] });
});

test("a token is refused once revoked, and again revoking changes nothing", async () => {
  const org = await database.found("revoked");
  const admin = await org.user("admin");
  const { id, token } = await org.token(admin, ["organization.read"]);
  expect((await send(me.GET, { headers: bearer(token) })).status).toBe(200);
  const first = await revokeToken(org.actor(admin), { id });
  expect(await send(me.GET, { headers: bearer(token) })).toMatchObject(REFUSED);
  expect(await revokeToken(org.actor(admin), { id })).toEqual(first);
  expect((await org.audit()).map(({ action }) => action)).toEqual(["token.create", "token.revoke"]);
});

test("a token is refused once expired, or its owner removed, or when it was never made", async () => {
  const org = await database.found("expired");
  const admin = await org.user("admin");
  const owner = await org.user("finance");
  const expired = await org.token(admin, ["organization.read"]);
  await org.sql("update api_token set expires_at = now() - interval '1 second' where id = $1", [expired.id]);
  expect(await send(me.GET, { headers: bearer(expired.token) })).toMatchObject(REFUSED);

  const orphan = await org.token(owner, ["organization.read"]);
  await org.sql("update app_user set removed_at = now() where id = $1", [owner.id]);
  expect(await send(me.GET, { headers: bearer(orphan.token) })).toMatchObject(REFUSED);

  for (const token of ["", "tl_", `tl_${"a".repeat(43)}`, "x".repeat(5000)]) {
    const refused = await send(me.GET, { headers: bearer(token) });
    expect(refused).toMatchObject(REFUSED);
    expect(refused.headers.get("www-authenticate")).toBe("Bearer");
  }
});

test("when a token was used is written at most once a minute", async () => {
  const org = await database.found("used");
  const { id, token } = await org.token(await org.user("admin"), ["organization.read"]);
  const used = async () => (await org.sql<{ at: Date | null }>("select last_used_at as at from api_token where id = $1", [id]))[0]?.at;
  expect(await used()).toBeNull();
  await send(me.GET, { headers: bearer(token) });
  const first = await used();
  expect(first).toBeInstanceOf(Date);
  await send(me.GET, { headers: bearer(token) });
  expect(await used()).toEqual(first);
  await org.sql("update api_token set last_used_at = now() - interval '61 seconds' where id = $1", [id]);
  await send(me.GET, { headers: bearer(token) });
  expect((await used())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Number.NaN);
});

test("the token itself is shown once and kept nowhere", async () => {
  const org = await database.found("secret");
  const admin = await org.user("admin");
  const created = await createToken(org.actor(admin), { name: "nightly import", scopes: ["import.write"] });
  expect(created.token).toMatch(/^tl_[\w-]{43}$/);
  expect(JSON.stringify(await listTokens(org.actor(admin), {}))).not.toContain(created.token);
  const everything = await org.sql(
    "select to_jsonb(t)::text || coalesce((select string_agg(to_jsonb(e)::text, '') from audit_event e), '') as text from api_token t",
  );
  expect(JSON.stringify(everything)).not.toContain(created.token.slice(10));
});

test("a token that makes tokens makes none wider than itself", async () => {
  const org = await database.found("narrow");
  const { token } = await org.token(await org.user("admin"), ["token.manage", "metric.read"]);
  const post = (scopes: string[]) =>
    send(tokens.POST, {
      method: "POST",
      headers: { ...bearer(token), "content-type": "application/json" },
      body: JSON.stringify({ name: "child", scopes }),
    });
  expect(await post(["metric.read", "user.manage"])).toMatchObject({ status: 403, json: { details: { scopes: ["user.manage"] } } });
  expect(await org.sql("select name from api_token")).toEqual([{ name: "a token" }]);
  expect(await post(["metric.read"])).toMatchObject({ status: 201, json: { scopes: ["metric.read"] } });
});

test("a token whose owner could never use it is not made", async () => {
  const org = await database.found("useless");
  const admin = org.actor(await org.user("admin"));
  const partner = await org.user("partner");
  await expect(createToken(admin, { name: "x", scopes: ["run.publish"], owner: partner.email })).rejects.toMatchObject({ code: "unprocessable" });
  await expect(createToken(admin, { name: "x", scopes: ["run.publish"], owner: "nobody@useless.example" })).rejects.toMatchObject({
    code: "unprocessable",
  });
  expect(await org.sql("select id from api_token")).toEqual([]);
});
