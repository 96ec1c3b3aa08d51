import { expect, test } from "vitest";
import * as me from "@/app/api/v1/me/route";
import * as metrics from "@/app/api/v1/metrics/route";
import { removeUser } from "@/lib/services/settings/remove-user";
import { accessDatabase, cookieOf, ORIGIN, send } from "./access-database";

const database = accessDatabase();

test("a session speaks for its user, with the role of this moment", async () => {
  const org = await database.found("role-changes");
  const user = await org.user("channel_manager");
  const headers = { cookie: await cookieOf(user) };
  expect((await send(me.GET, { headers })).json).toMatchObject({ role: "channel_manager", organization: { name: "role-changes" }, partner: null });
  await org.sql("update app_user set role = 'finance' where id = $1", [user.id]);
  const after = await send(me.GET, { headers });
  expect(after.json).toMatchObject({ role: "finance" });
  expect(after.headers.get("cache-control")).toBe("no-store");
});

test("a partner user is told its own partner", async () => {
  const org = await database.found("own-partner");
  const answer = await send(me.GET, { headers: { cookie: await cookieOf(await org.user("partner")) } });
  expect(answer.json).toMatchObject({
    role: "partner",
    partner: { code: "P1", name: "Partner One" },
    permissions: ["organization.read", "scorecard.read", "facts.read", "allocation.read"],
  });
});

test("a removed user is refused at the next request", async () => {
  const org = await database.found("removed");
  const admin = await org.user("admin");
  const user = await org.user("finance");
  const headers = { cookie: await cookieOf(user) };
  expect((await send(me.GET, { headers })).status).toBe(200);
  await removeUser(org.actor(admin), { email: user.email });
  const refused = await send(me.GET, { headers });
  expect(refused).toMatchObject({ status: 401, json: { code: "unauthenticated" } });
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
});

test.each([
  { name: "signed in before sessions were ended", cookie: (user: { id: number; orgId: number }) => cookieOf(user, { at: Date.now() - 60_000 }) },
  {
    name: "signed in more than twelve hours ago",
    cookie: (user: { id: number; orgId: number }) => cookieOf(user, { at: Date.now() - 12.1 * 3_600_000 }),
  },
  {
    name: "made with another secret",
    cookie: (user: { id: number; orgId: number }) => cookieOf(user, { secret: "another secret of 32 characters!" }),
  },
  { name: "of the same user in another organization", cookie: ({ id, orgId }: { id: number; orgId: number }) => cookieOf({ id, orgId: orgId + 1 }) },
  { name: "that is no session at all", cookie: async () => "tierline-session=abc" },
])("a session $name is refused", async ({ name, cookie }) => {
  const org = await database.found(`refused ${name.length}`);
  const user = await org.user("admin", `admin@${name.length}.example`);
  if (name.includes("ended")) await org.sql("update app_user set sessions_valid_from = now() where id = $1", [user.id]);
  else await org.sql("update app_user set sessions_valid_from = now() - interval '1 day' where id = $1", [user.id]);
  expect((await send(me.GET, { headers: { cookie: await cookieOf(user, { at: Date.now() + 1000 }) } })).status).toBe(200);
  expect((await send(me.GET, { headers: { cookie: await cookie(user) } })).status).toBe(401);
});

const METRIC = JSON.stringify({ key: "nps", name: "Net promoter score", unit: "number", betterWhen: "higher" });

test.each([
  { why: "from another site", sent: { origin: "https://evil.example" } },
  { why: "without saying where from", sent: {} },
  { why: "from a sandboxed frame", sent: { origin: "null" } },
  { why: "from another site that claims our host", sent: { origin: "https://evil.example", "x-forwarded-host": "evil.example" } },
  { why: "from a neighbouring site", sent: { origin: ORIGIN, "sec-fetch-site": "same-site" } },
])("a change $why is refused with a cookie, and nothing changes", async ({ why, sent }) => {
  const org = await database.found(`csrf ${why}`);
  const headers = {
    cookie: await cookieOf(await org.user("admin", `admin@${why.replaceAll(" ", "-")}.example`)),
    "content-type": "application/json",
    ...sent,
  };
  expect(await send(metrics.POST, { method: "POST", headers, body: METRIC })).toMatchObject({ status: 403, json: { code: "forbidden" } });
  expect(await org.sql("select key from custom_metric")).toEqual([]);
  expect(await org.audit()).toEqual([]);
});

test.each([{ origin: ORIGIN }, { "sec-fetch-site": "same-origin" }])("a change from our own page (%o) is done", async (sent) => {
  const org = await database.found(`own page ${Object.keys(sent).join()}`);
  const headers = {
    cookie: await cookieOf(await org.user("admin", `admin@${Object.keys(sent).join()}.example`)),
    "content-type": "application/json",
    ...sent,
  };
  expect((await send(metrics.POST, { method: "POST", headers, body: METRIC })).status).toBe(201);
  expect(await org.sql("select key from custom_metric")).toEqual([{ key: "nps" }]);
});
