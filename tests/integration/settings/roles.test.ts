import { expect, test } from "vitest";
import * as me from "@/app/api/v1/me/route";
import * as users from "@/app/api/v1/users/route";
import { Actor } from "@/lib/access/actor";
import { changeRole } from "@/lib/services/settings/change-role";
import { listUsers } from "@/lib/services/settings/list-users";
import { removeUser } from "@/lib/services/settings/remove-user";
import { accessDatabase, cookieOf, send } from "../access/access-database";

const database = accessDatabase();

test("another role holds from the next request of an open session on", async () => {
  const org = await database.found("roles");
  const [admin, other] = [await org.user("admin"), await org.user("admin", "other@roles.example")];
  const headers = { cookie: await cookieOf(other, { at: Date.now() + 1000 }) };
  expect((await send(users.GET, { headers })).status).toBe(200);
  await changeRole(org.actor(admin), { email: other.email, role: "finance" });
  expect((await send(users.GET, { headers })).status).toBe(403);
  expect((await send(me.GET, { headers })).json).toMatchObject({ role: "finance" });
  await changeRole(org.actor(admin), { email: other.email, role: "partner", partner: "P2" });
  expect((await send(me.GET, { headers })).json).toMatchObject({ role: "partner", partner: { code: "P2" } });
  expect(await org.sql("select detail from audit_event order by seq")).toEqual([
    { detail: { before: "admin", role: "finance", partner: null } },
    { detail: { before: "finance", role: "partner", partner: "P2" } },
  ]);
});

test("nobody changes or removes its own account", async () => {
  const org = await database.found("self");
  const [admin] = [await org.user("admin"), await org.user("admin", "second@self.example")];
  await expect(changeRole(org.actor(admin), { email: admin.email, role: "finance" })).rejects.toMatchObject({ code: "conflict" });
  await expect(removeUser(org.actor(admin), { email: admin.email })).rejects.toMatchObject({ code: "conflict" });
  expect(await org.sql("select count(*)::int as n from app_user where role = 'admin' and removed_at is null")).toEqual([{ n: 2 }]);
  expect(await org.audit()).toEqual([]);
});

test("two administrators who demote each other at the same moment leave one", async () => {
  const org = await database.found("duel");
  const [one, two] = [await org.user("admin", "one@duel.example"), await org.user("admin", "two@duel.example")];
  const outcomes = await Promise.allSettled([
    changeRole(org.actor(one), { email: two.email, role: "finance" }),
    changeRole(org.actor(two), { email: one.email, role: "finance" }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await org.sql("select count(*)::int as n from app_user where role = 'admin'")).toEqual([{ n: 1 }]);
});

test("a manager changes nobody", async () => {
  const org = await database.found("manager");
  const [manager, victim] = [await org.user("channel_manager"), await org.user("finance")];
  await expect(changeRole(org.actor(manager), { email: victim.email, role: "admin" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeUser(org.actor(manager), { email: victim.email })).rejects.toMatchObject({ code: "forbidden" });
  await expect(listUsers(org.actor(manager), {})).rejects.toMatchObject({ code: "forbidden" });
  expect(await org.sql("select role, removed_at from app_user where id = $1", [victim.id])).toEqual([{ role: "finance", removed_at: null }]);
});

test("people are listed page by page, found by name and address, and say who is asking", async () => {
  const org = await database.found("pages");
  const admin = await org.user("admin", "b@pages.example");
  for (const email of ["a@pages.example", "c%@pages.example", "d@pages.example"]) await org.user("finance", email);
  await removeUser(Actor.system(org.orgId, "test"), { email: "d@pages.example" });
  const first = await listUsers(org.actor(admin), { limit: 2 });
  expect(first.items).toMatchObject([
    { email: "a@pages.example", isSelf: false },
    { email: "b@pages.example", isSelf: true },
  ]);
  const second = await listUsers(org.actor(admin), { limit: 2, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ items: [{ email: "c%@pages.example" }, { email: "d@pages.example" }], nextCursor: null });
  const emails = async (query: Parameters<typeof listUsers>[1]) => (await listUsers(org.actor(admin), query)).items.map(({ email }) => email);
  expect(await emails({ search: "%" })).toEqual(["c%@pages.example"]);
  expect(await emails({ search: "THE ADMIN" })).toEqual(["b@pages.example"]);
  expect(await emails({ state: "removed" })).toEqual(["d@pages.example"]);
  expect(await emails({ state: "active", search: "d@" })).toEqual([]);
});
