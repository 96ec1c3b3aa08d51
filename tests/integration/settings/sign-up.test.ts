import { afterEach, expect, test, vi } from "vitest";
import * as me from "@/app/api/v1/me/route";
import { Actor } from "@/lib/access/actor";
import { adoptDefaultProgram } from "@/lib/services/define/adopt-default-program";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { updateOrganization } from "@/lib/services/settings/update-organization";
import { accessDatabase, connect, ORIGIN, send } from "../access/access-database";

vi.setConfig({ testTimeout: 120_000 }); // real password hashes

const database = accessDatabase();
afterEach(() => vi.unstubAllEnvs());

const FORM = { organization: "Harbor Tools", currency: "EUR", name: "Fay Founder", email: "Fay@Harbor.example", password: "a long enough password" };

/** The door of a server that was started with this setting: settings are read once. */
async function signUp(allowed: string | undefined, form: Partial<typeof FORM> = {}, headers: Record<string, string> = {}) {
  vi.resetModules();
  vi.stubEnv("ALLOW_SIGNUP", allowed);
  const door = await import("@/app/api/access/sign-up/route");
  const { closeDatabase } = await import("@/lib/db/client");
  const answer = await send((request) => door.POST(request), {
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "application/json", ...headers },
    body: JSON.stringify({ ...FORM, ...form }),
  });
  await closeDatabase();
  return answer;
}

async function organizations(): Promise<unknown[]> {
  const owner = await connect(database.ownerUrl());
  const { rows } = await owner.query("select last_value::int as last, is_called as called from organization_id_seq");
  await owner.end();
  return rows;
}

test("where the server allows it, a form founds an organization, and its sender administers it at once", async () => {
  const answer = await signUp("1");
  expect(answer.status).toBe(200);
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const { json } = await send(me.GET, { headers: { cookie } });
  expect(json).toMatchObject({ name: "Fay Founder", role: "admin", organization: { name: "Harbor Tools", currency: "EUR", isDemo: false } });
});

test("more people at the same moment than there are connections all found their organizations", async () => {
  vi.resetModules();
  vi.stubEnv("ALLOW_SIGNUP", "1");
  vi.stubEnv("DATABASE_POOL_MAX", "2");
  const door = await import("@/app/api/access/sign-up/route");
  const { closeDatabase } = await import("@/lib/db/client");
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) =>
      send((request) => door.POST(request), {
        method: "POST",
        headers: { origin: ORIGIN, "content-type": "application/json" },
        body: JSON.stringify({ ...FORM, organization: `Harbor ${n}`, email: `founder-${n}@harbor.example` }),
      }),
    ),
  );
  await closeDatabase();
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});

test.each([undefined, "0", "false"] as const)("a server with ALLOW_SIGNUP=%s founds nothing", async (allowed) => {
  const before = await organizations();
  expect(await signUp(allowed)).toMatchObject({ status: 404 });
  expect(await organizations()).toEqual(before);
});

test.each([
  { field: "organization", form: { organization: " " } },
  { field: "currency", form: { currency: "GOLD" } },
  { field: "email", form: { email: "fay" } },
  { field: "password", form: { password: "short" } },
  { field: "name", form: { name: "" } },
])("$form is refused beside $field, and nothing is founded", async ({ field, form }) => {
  const before = await organizations();
  expect(await signUp("1", form)).toMatchObject({ status: 400, json: { issues: [{ path: field }] } });
  expect(await organizations()).toEqual(before);
});

test("another site founds nothing in somebody's browser", async () => {
  const before = await organizations();
  expect(await signUp("1", {}, { origin: "https://evil.example" })).toMatchObject({ status: 403 });
  expect(await organizations()).toEqual(before);
});

test("one e-mail address founds five organizations in a quarter of an hour and no sixth", async () => {
  const form = { email: "eager@harbor.example" };
  for (let n = 1; n <= 5; n++) expect((await signUp("1", { ...form, organization: `Harbor ${n}` })).status).toBe(200);
  const before = await organizations();
  expect(await signUp("1", form)).toMatchObject({ status: 429 });
  expect(await organizations()).toEqual(before);
});

test("the default program counts in the organization's currency and fiscal year, and is published once however often it is asked for", async () => {
  const org = await database.found("adopts");
  const system = Actor.system(org.orgId, "test");
  await updateOrganization(system, { name: "adopts", currency: "CHF", timeZone: "UTC", fiscalStartMonth: 10, weekStart: 1 });
  await expect(adoptDefaultProgram(system, { effectiveFrom: "2025-10-01" })).rejects.toThrow(/Import products first/);
  await org.sql("insert into product_category (org_id, code, name) values ($1, 'saws', 'Saws'), ($1, 'drills', 'Drills')", [org.orgId]);
  const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => adoptDefaultProgram(system, { effectiveFrom: "2025-10-01" })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
  expect((await listProgramVersions(system, {})).items).toMatchObject([{ version: 1, status: "published", effectiveFrom: "2025-10-01" }]);
  const { document } = await getProgramVersion(system, { version: 1 });
  expect(document).toMatchObject({ currency: "CHF", fiscalCalendar: { kind: "months", startMonth: 10 } });
  expect(JSON.stringify(document.metrics)).toContain('"saws"'); // without sales the first by code is the core
  expect(await org.sql("select key from custom_metric")).toEqual([{ key: "service_sla_attainment" }]);
  await expect(adoptDefaultProgram(system, { effectiveFrom: "2025-10-01" })).rejects.toMatchObject({ code: "conflict" });
});
