import { expect, test, vi } from "vitest";
import * as door from "@/app/api/access/password/route";
import * as me from "@/app/api/v1/me/route";
import { hashPassword } from "@/lib/auth/password";
import { signIn } from "@/lib/auth/sign-in";
import { accessDatabase, bearer, cookieOf, ORIGIN, send } from "../access/access-database";

vi.setConfig({ testTimeout: 120_000 }); // real password hashes

const database = accessDatabase();
const OLD = "a long enough password";
const NEW = "another long password";

const change = (headers: Record<string, string>, body: unknown = { current: OLD, password: NEW }) =>
  send((request) => door.POST(request), {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

async function somebody(name: string, role: "partner" | "finance") {
  const org = await database.found(name);
  const user = await org.user(role, `${role}@${name}.example`, await hashPassword(OLD));
  await org.sql("update app_user set sessions_valid_from = now() - interval '1 day'");
  return { org, user, cookie: await cookieOf(user, { at: Date.now() - 1000 }), elsewhere: await cookieOf(user, { at: Date.now() - 60_000 }) };
}

test.each(["finance", "partner"] as const)("a new password ends the other sessions of %s, and this one goes on", async (role) => {
  const { org, user, cookie, elsewhere } = await somebody(`changes-${role}`, role);
  const answer = await change({ cookie });
  expect(answer.status).toBe(200);
  for (const old of [cookie, elsewhere]) expect((await send(me.GET, { headers: { cookie: old } })).status).toBe(401);
  const renewed = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect((await send(me.GET, { headers: { cookie: renewed } })).status).toBe(200);
  expect(await signIn({ email: user.email, password: OLD, address: null })).toBeNull();
  expect(await signIn({ email: user.email, password: NEW, address: null })).toMatchObject({ userId: user.id });
  expect((await org.audit())[0]).toEqual({ action: "user.change_password", target: `user ${user.email}`, actorId: `user:${user.id}` });
});

test("the present password is needed, five wrong ones make the right one wait, and nothing changes", async () => {
  const { user, cookie } = await somebody("guesses", "finance");
  for (let n = 0; n < 5; n++) {
    const refused = await change({ cookie }, { current: `guess ${n}`, password: NEW });
    expect(refused).toMatchObject({ status: 422, json: { issues: [{ path: "current" }] } });
  }
  expect(await change({ cookie })).toMatchObject({ status: 429 });
  expect((await send(me.GET, { headers: { cookie } })).status).toBe(200);
  expect(await signIn({ email: user.email, password: OLD, address: null })).toMatchObject({ userId: user.id });
});

test("a token, another site, a weak password and nobody at all change nothing", async () => {
  const { org, user, cookie } = await somebody("refused", "finance");
  const { token } = await org.token(user, ["organization.read"]);
  expect(await change(bearer(token))).toMatchObject({ status: 403 });
  expect(await change({ cookie, origin: "https://evil.example" })).toMatchObject({ status: 403 });
  expect(await change({ cookie }, { current: OLD, password: "short" })).toMatchObject({ status: 400, json: { issues: [{ path: "password" }] } });
  expect(await change({})).toMatchObject({ status: 401 });
  expect(await signIn({ email: user.email, password: OLD, address: null })).toMatchObject({ userId: user.id });
});
