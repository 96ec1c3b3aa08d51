import { expect, test, vi } from "vitest";
import * as door from "@/app/api/access/invitation/route";
import * as me from "@/app/api/v1/me/route";
import { Actor } from "@/lib/access/actor";
import { readInvitation } from "@/lib/auth/accept-invitation";
import { signIn } from "@/lib/auth/sign-in";
import { inviteUser } from "@/lib/services/settings/invite-user";
import { listInvitations } from "@/lib/services/settings/list-invitations";
import { removeUser } from "@/lib/services/settings/remove-user";
import { revokeInvitation } from "@/lib/services/settings/revoke-invitation";
import { accessDatabase, connect, ORIGIN, send, type TestOrganization } from "../access/access-database";

vi.setConfig({ testTimeout: 120_000 }); // real password hashes

const database = accessDatabase();
const PASSWORD = "a long enough password";
const ENDED = { status: 409, json: { code: "conflict" } };

const tokenOf = ({ link }: { link: string }) => link.slice(`${ORIGIN}/invitation/`.length);

const accept = (token: string, { name = "Ina", password = PASSWORD, headers = {} } = {}) =>
  send((request) => door.POST(request), {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "application/json", ...headers },
    body: JSON.stringify({ token, name, password }),
  });

const people = (org: TestOrganization) =>
  org.sql<{ email: string; role: string }>("select email, role from app_user where removed_at is null order by 1");

test("who is invited chooses a name and a password, is signed in at once, and can sign in again", async () => {
  const org = await database.found("invites");
  const invited = await inviteUser(Actor.system(org.orgId, "test"), { email: "Ina@Invites.example", role: "partner", partner: "P1" });
  expect(invited).toMatchObject({ email: "ina@invites.example", role: "partner", partner: { code: "P1" }, state: "open", mail: "off" });
  expect(await readInvitation(tokenOf(invited))).toEqual({
    ...{ state: "open", email: "ina@invites.example", role: "partner", organization: "invites", partner: "Partner One" },
  });

  const accepted = await accept(tokenOf(invited), { name: "Ina Invited" });
  expect(accepted.status).toBe(200);
  const cookie = accepted.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  const { json } = await send(me.GET, { headers: { cookie: cookie.split(";")[0] ?? "" } });
  expect(json).toMatchObject({ name: "Ina Invited", role: "partner", partner: { code: "P1" }, organization: { name: "invites" } });
  expect(await signIn({ email: "ina@invites.example", password: PASSWORD, address: null })).toMatchObject({ orgId: org.orgId });
  expect((await org.audit()).map(({ action }) => action)).toEqual(["invitation.create", "invitation.accept", "session.sign_in"]);
});

test("of several who use a link at the same moment one gets in, and afterwards it opens nothing", async () => {
  const org = await database.found("race");
  const token = tokenOf(await inviteUser(Actor.system(org.orgId, "test"), { email: "one@race.example", role: "admin" }));
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => accept(token, { name: `Racer ${n}` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect(await people(org)).toEqual([{ email: "one@race.example", role: "admin" }]);
  expect(await accept(token)).toMatchObject(ENDED);
  expect(await readInvitation(token)).toEqual({ state: "accepted" });
});

test.each([
  {
    what: "that was revoked",
    end: (org: TestOrganization, id: number) => revokeInvitation(Actor.system(org.orgId, "test"), { id }),
    state: "revoked",
  },
  {
    what: "that has expired",
    end: (org: TestOrganization) => org.sql("update invitation set created_at = now() - interval '8 days', expires_at = now() - interval '1 second'"),
    state: "expired",
  },
  {
    what: "that was replaced by a newer one",
    end: (org: TestOrganization) => inviteUser(Actor.system(org.orgId, "test"), { email: "late@ended.example", role: "finance" }),
    state: "revoked",
  },
])("an invitation $what opens nothing, and its page says so", async ({ what, end, state }) => {
  const org = await database.found(what);
  const invited = await inviteUser(Actor.system(org.orgId, "test"), { email: "late@ended.example", role: "finance" });
  await end(org, invited.id);
  expect(await readInvitation(tokenOf(invited))).toEqual({ state });
  expect(await accept(tokenOf(invited))).toMatchObject(ENDED);
  expect(await people(org)).toEqual([]);
});

test.each(["", "abc", "a".repeat(43), "' or 1=1 --"])("a guessed token (%j) opens nothing", async (token) => {
  const org = await database.found(`guessed ${token.length}`);
  await inviteUser(Actor.system(org.orgId, "test"), { email: "real@guessed.example", role: "admin" });
  expect(await readInvitation(token)).toEqual({ state: "unknown" });
  expect(await accept(token)).toMatchObject(ENDED);
  expect(await people(org)).toEqual([]);
});

test("guessing is slowed down: after sixty attempts from one place in a quarter of an hour even the right link waits", async () => {
  const org = await database.found("slow");
  const token = tokenOf(await inviteUser(Actor.system(org.orgId, "test"), { email: "slow@slow.example", role: "admin" }));
  const client = await connect(database.appUrl());
  await client.query(
    "insert into sign_in_throttle (key, failures, window_started_at) values ('invitation:unknown address', 60, now()) on conflict (key) do update set failures = 60, window_started_at = now()",
  );
  expect(await accept(token)).toMatchObject({ status: 429, json: { code: "too_many_requests" } });
  await client.query("delete from sign_in_throttle");
  await client.end();
  expect(await people(org)).toEqual([]);
  expect((await accept(token)).status).toBe(200);
});

test("another site cannot use a link in somebody's browser", async () => {
  const org = await database.found("foreign");
  const token = tokenOf(await inviteUser(Actor.system(org.orgId, "test"), { email: "f@foreign.example", role: "admin" }));
  for (const headers of [{ origin: "https://evil.example" }, { origin: "" }, { "sec-fetch-site": "cross-site" }])
    expect(await accept(token, { headers })).toMatchObject({ status: 403 });
  expect(await people(org)).toEqual([]);
});

test("what the person says is checked field by field, and the link stays good", async () => {
  const org = await database.found("fields");
  const token = tokenOf(await inviteUser(Actor.system(org.orgId, "test"), { email: "f@fields.example", role: "admin" }));
  const refused = await accept(token, { name: "  ", password: "short" });
  expect(refused).toMatchObject({ status: 400, json: { issues: [{ path: "name" }, { path: "password" }] } });
  expect((await accept(token)).status).toBe(200);
});

test("an address that has an account is not invited, nor taken over by an older invitation", async () => {
  const org = await database.found("taken");
  const system = Actor.system(org.orgId, "test");
  const token = tokenOf(await inviteUser(system, { email: "t@taken.example", role: "admin" }));
  await org.user("finance", "t@taken.example");
  await expect(inviteUser(system, { email: "T@taken.example", role: "admin" })).rejects.toMatchObject({
    code: "conflict",
    details: { issues: [{ path: "email" }] },
  });
  expect(await accept(token)).toMatchObject(ENDED);
  expect(await people(org)).toEqual([{ email: "t@taken.example", role: "finance" }]);
  expect((await listInvitations(system, {})).items).toMatchObject([{ state: "open" }]); // nothing was used up
});

test("somebody who was removed can be invited again, and finds none of their old tokens alive", async () => {
  const org = await database.found("again");
  const system = Actor.system(org.orgId, "test");
  const user = await org.user("channel_manager", "back@again.example");
  const { token: old } = await org.token(user, ["organization.read"]);
  await removeUser(system, { email: user.email });
  await org.sql("update api_token set revoked_at = null"); // as if it had been removed before removing ended tokens
  const invited = await inviteUser(system, { email: user.email, role: "finance" });
  expect((await accept(tokenOf(invited), { name: "Back Again" })).status).toBe(200);
  expect(await org.sql("select id, role, name from app_user")).toEqual([{ id: user.id, role: "finance", name: "Back Again" }]);
  expect((await send(me.GET, { headers: { authorization: `Bearer ${old}` } })).status).toBe(401);
});

test("a partner that does not exist, or a role that does not fit, is told beside its field", async () => {
  const org = await database.found("misfits");
  const system = Actor.system(org.orgId, "test");
  await expect(inviteUser(system, { email: "m@misfits.example", role: "partner", partner: "nobody" })).rejects.toMatchObject({
    details: { issues: [{ path: "partner" }] },
  });
  await expect(inviteUser(system, { email: "m@misfits.example", role: "partner" })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(inviteUser(system, { email: "m@misfits.example", role: "finance", partner: "P1" })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await org.sql("select id from invitation")).toEqual([]);
});

test("the token stands in the link and nowhere else", async () => {
  const org = await database.found("secret");
  const system = Actor.system(org.orgId, "test");
  const token = tokenOf(await inviteUser(system, { email: "s@secret.example", role: "admin" }));
  expect(token).toMatch(/^[\w-]{43}$/);
  const kept = await org.sql("select to_jsonb(i)::text || (select string_agg(to_jsonb(e)::text, '') from audit_event e) as text from invitation i");
  expect(JSON.stringify([kept, await listInvitations(system, {})])).not.toContain(token);
});
