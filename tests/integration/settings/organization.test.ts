import { expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { defaultProgram } from "@/lib/domain/define/default-program";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { getOrganization } from "@/lib/services/settings/get-organization";
import { updateOrganization } from "@/lib/services/settings/update-organization";
import { accessDatabase } from "../access/access-database";

const database = accessDatabase();
const STATED = { name: "Harbor", currency: "EUR", timeZone: "Europe/Berlin", fiscalStartMonth: 7, weekStart: 7 };

test("an administrator states the organization anew, and the trail tells what was different before", async () => {
  const org = await database.found("before");
  const admin = org.actor(await org.user("admin"));
  expect(await updateOrganization(admin, STATED)).toEqual({ ...STATED, isDemo: false, currencyInUse: false });
  expect(await getOrganization(admin, {})).toEqual({ ...STATED, isDemo: false, currencyInUse: false });
  expect(await org.sql("select action, detail from audit_event")).toEqual([
    {
      action: "organization.update",
      detail: {
        name: { before: "before", after: "Harbor" },
        currency: { before: "USD", after: "EUR" },
        timeZone: { before: "UTC", after: "Europe/Berlin" },
        fiscalStartMonth: { before: 1, after: 7 },
        weekStart: { before: 1, after: 7 },
      },
    },
  ]);
  await updateOrganization(admin, STATED);
  expect(await org.audit()).toHaveLength(1); // nothing was different
});

test("once a program is published the currency stays, for the service and for whoever has the database", async () => {
  const org = await database.found("in use");
  const system = Actor.system(org.orgId, "test");
  await createProgramVersion(system, { document: defaultProgram("USD") });
  await updateOrganization(system, { ...STATED, currency: "CHF" }); // a draft may still be wrong
  await publishProgramVersion(system, { version: 1, effectiveFrom: "2025-01-01" });
  await expect(updateOrganization(system, STATED)).rejects.toMatchObject({ code: "conflict", details: { issues: [{ path: "currency" }] } });
  await expect(org.sql("update organization set currency = 'EUR'")).rejects.toThrow(/results depend on it/);
  expect(await getOrganization(system, {})).toMatchObject({ currency: "CHF", currencyInUse: true });
  expect(await updateOrganization(system, { ...STATED, currency: "CHF", name: "Renamed" })).toMatchObject({ name: "Renamed" });
});

test("an organization whose currency was withdrawn keeps it until it chooses one of today", async () => {
  const org = await database.found("of old");
  const system = Actor.system(org.orgId, "test");
  await org.sql("update organization set currency = 'DEM'");
  expect(await updateOrganization(system, { ...STATED, currency: "DEM" })).toMatchObject({ currency: "DEM", name: "Harbor" });
  await expect(updateOrganization(system, { ...STATED, currency: "FRF" })).rejects.toMatchObject({ details: { issues: [{ path: "currency" }] } });
  expect(await getOrganization(system, {})).toMatchObject({ currency: "DEM" });
  expect(await updateOrganization(system, STATED)).toMatchObject({ currency: "EUR" });
});

test.each([
  { field: "currency", change: { currency: "EURO" } },
  { field: "currency", change: { currency: "XYZ" } },
  { field: "currency", change: { currency: "HRK" } },
  { field: "timeZone", change: { timeZone: "Europe/Atlantis" } },
  { field: "timeZone", change: { timeZone: "+02:00" } },
  { field: "timeZone", change: { timeZone: "utc'; drop table x" } },
  { field: "fiscalStartMonth", change: { fiscalStartMonth: 13 } },
  { field: "weekStart", change: { weekStart: 0 } },
  { field: "name", change: { name: "   " } },
])("$change is refused beside $field, and nothing changes", async ({ field, change }) => {
  const org = await database.found(`refused ${JSON.stringify(change)}`);
  await expect(updateOrganization(Actor.system(org.orgId, "test"), { ...STATED, ...change })).rejects.toMatchObject({
    code: "invalid_input",
    details: { issues: [{ path: field }] },
  });
  expect(await org.audit()).toEqual([]);
  expect(await org.sql("select currency from organization")).toEqual([{ currency: "USD" }]);
});

test("nobody but an administrator changes it", async () => {
  const org = await database.found("untouched");
  for (const role of ["channel_manager", "finance", "partner"] as const)
    await expect(updateOrganization(org.actor(await org.user(role)), STATED)).rejects.toMatchObject({ code: "forbidden" });
  expect(await org.sql("select name from organization")).toEqual([{ name: "untouched" }]);
});
