import { expect, test, vi } from "vitest";
import { Actor } from "@/lib/access/actor";
import { signIn } from "@/lib/auth/sign-in";
import { createUser } from "@/lib/services/settings/create-user";
import { listUsers } from "@/lib/services/settings/list-users";
import { removeUser } from "@/lib/services/settings/remove-user";
import { accessDatabase } from "./access-database";

vi.setConfig({ testTimeout: 120_000 }); // real password hashes

const database = accessDatabase();
const PASSWORD = "a long enough password";

test("a user that is created can sign in, and cannot once removed", async () => {
  const org = await database.found("creates");
  const system = Actor.system(org.orgId, "test");
  const user = await createUser(system, { email: "Pia@Creates.example", name: "Pia", role: "partner", partner: "P1", password: PASSWORD });
  expect(user).toMatchObject({ email: "pia@creates.example", role: "partner", partner: { code: "P1", name: "Partner One" }, removedAt: null });
  expect(await signIn({ email: "pia@creates.example", password: PASSWORD, address: null })).toMatchObject({ orgId: org.orgId });
  await removeUser(system, { email: "pia@creates.example" });
  expect(await signIn({ email: "pia@creates.example", password: PASSWORD, address: null })).toBeNull();
  expect((await listUsers(system, {})).items).toMatchObject([{ email: "pia@creates.example", removedAt: expect.any(String) }]);
  expect((await org.audit()).map(({ action }) => action)).toEqual(["user.create", "session.sign_in", "user.remove"]);
  expect(JSON.stringify(await org.sql("select detail from audit_event"))).not.toContain(PASSWORD);
});

test.each([
  { why: "a short password", change: { password: "elevenchars" }, says: /password/ },
  { why: "more than 4 KB of password", change: { password: "x".repeat(4097) }, says: /password/ },
  { why: "staff with a partner", change: { partner: "P1" }, says: /partner/ },
  { why: "a partner user without one", change: { role: "partner" as const }, says: /partner/ },
  { why: "a partner that does not exist", change: { role: "partner" as const, partner: "nobody" }, says: /nobody/ },
  { why: "no e-mail address", change: { email: "pia" }, says: /email/ },
])("$why is refused, and nobody is created", async ({ why, change, says }) => {
  const org = await database.found(why);
  const user = { email: "pia@refused.example", name: "Pia", role: "finance" as const, password: PASSWORD, ...change };
  await expect(createUser(Actor.system(org.orgId, "test"), user)).rejects.toThrow(says);
  expect(await org.sql("select id from app_user")).toEqual([]);
  expect(await org.audit()).toEqual([]);
});

test("an e-mail address is taken within its organization, and free in another", async () => {
  const [one, other] = [await database.found("taken"), await database.found("free")];
  const user = { email: "pia@shared.example", name: "Pia", role: "finance" as const, password: PASSWORD };
  await createUser(Actor.system(one.orgId, "test"), user);
  await expect(createUser(Actor.system(one.orgId, "test"), user)).rejects.toMatchObject({ code: "conflict" });
  await createUser(Actor.system(other.orgId, "test"), { ...user, password: "another long password" });
  expect(await signIn({ email: user.email, password: "another long password", address: null })).toMatchObject({ orgId: other.orgId });
});

test("the last administrator stays, also when two are removed at the same moment", async () => {
  const org = await database.found("last");
  const system = Actor.system(org.orgId, "test");
  const emails = ["a@last.example", "b@last.example"];
  for (const email of emails) await org.user("admin", email);
  const outcomes = await Promise.allSettled(emails.map((email) => removeUser(system, { email })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  expect(await org.sql("select count(*)::int as n from app_user where role = 'admin' and removed_at is null")).toEqual([{ n: 1 }]);
});
