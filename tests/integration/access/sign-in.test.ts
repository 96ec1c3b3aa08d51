import { expect, test, vi } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { ATTEMPTS, signIn } from "@/lib/auth/sign-in";
import { countAttempt } from "@/lib/db/sign-in-throttle";
import { accessDatabase, connect } from "./access-database";

vi.setConfig({ testTimeout: 120_000 }); // real password hashes, many of them

const database = accessDatabase();
const PASSWORD = "a long enough password";

async function organizationWith(name: string, email: string) {
  const org = await database.found(name);
  const user = await org.user("channel_manager", email, await hashPassword(PASSWORD));
  return { org, user };
}

test("the right password signs in, however the address is typed, and the organization's trail says so", async () => {
  const { org, user } = await organizationWith("signs-in", "mia@signs-in.example");
  const signedIn = await signIn({ email: " Mia@Signs-In.example ", password: PASSWORD, address: null });
  expect(signedIn).toMatchObject({ userId: user.id, orgId: org.orgId });
  expect(await org.audit()).toEqual([{ action: "session.sign_in", target: "user mia@signs-in.example", actorId: `user:${user.id}` }]);
});

test("a wrong password, an unknown account, a removed account and no address at all get the same answer", async () => {
  const { org, user } = await organizationWith("refuses", "mia@refuses.example");
  expect(await signIn({ email: "mia@refuses.example", password: "wrong", address: null })).toBeNull();
  expect(await signIn({ email: "nobody@refuses.example", password: PASSWORD, address: null })).toBeNull();
  expect(await signIn({ email: "not an address", password: PASSWORD, address: null })).toBeNull();
  await org.sql("update app_user set removed_at = now() where id = $1", [user.id]);
  expect(await signIn({ email: "mia@refuses.example", password: PASSWORD, address: null })).toBeNull();
  expect(await org.audit()).toEqual([{ action: "session.refused", target: "user mia@refuses.example", actorId: "system:sign-in" }]);
});

test("of twenty guesses at the same moment five are tried; then even the right password waits, and the trail stays short", async () => {
  const { org } = await organizationWith("guessed", "mia@guessed.example");
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, n) => signIn({ email: "mia@guessed.example", password: `guess ${n}`, address: null })),
  );
  expect(guesses).toEqual(Array.from({ length: 20 }, () => null));
  expect(await signIn({ email: "mia@guessed.example", password: PASSWORD, address: null })).toBeNull();
  const refused = await org.sql<{ reason: string }>(
    "select detail->>'reason' as reason from audit_event where action = 'session.refused' order by 1",
  );
  expect(refused.map(({ reason }) => reason)).toEqual(["too_many_attempts", ...Array.from({ length: ATTEMPTS.account }, () => "wrong_password")]);
});

test("after a quarter of an hour the account opens again, and a success forgets the failures", async () => {
  const { user } = await organizationWith("waits", "mia@waits.example");
  const attempt = (password: string) => signIn({ email: "mia@waits.example", password, address: null });
  for (let n = 0; n < ATTEMPTS.account; n++) await attempt("");
  expect(await attempt(PASSWORD)).toBeNull();
  const client = await connect(database.appUrl());
  await client.query("update sign_in_throttle set window_started_at = now() - interval '16 minutes'");
  expect(await attempt(PASSWORD)).toMatchObject({ userId: user.id });
  const { rows } = await client.query("select key from sign_in_throttle");
  await client.end();
  expect(rows).toEqual([]);
});

test("an address with fifty failures waits, without locking the accounts that it tried", async () => {
  const { user } = await organizationWith("sprayed", "mia@sprayed.example");
  const address = "203.0.113.50";
  for (let n = 0; n < ATTEMPTS.address; n++) await countAttempt(`address:${address}`);
  for (let n = 0; n < ATTEMPTS.account + 1; n++) expect(await signIn({ email: "mia@sprayed.example", password: PASSWORD, address })).toBeNull();
  expect(await signIn({ email: "mia@sprayed.example", password: PASSWORD, address: "203.0.113.51" })).toMatchObject({ userId: user.id });
});

test("many people signing in from one address do not use it up", async () => {
  const { user } = await organizationWith("office", "mia@office.example");
  const client = await connect(database.appUrl());
  for (let n = 0; n < ATTEMPTS.address - 1; n++) await countAttempt("address:203.0.113.60");
  expect(await signIn({ email: "mia@office.example", password: PASSWORD, address: "203.0.113.60" })).toMatchObject({ userId: user.id });
  const { rows } = await client.query("select failures from sign_in_throttle where key = 'address:203.0.113.60'");
  await client.end();
  expect(rows).toEqual([{ failures: ATTEMPTS.address - 1 }]);
});
