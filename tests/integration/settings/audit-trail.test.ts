import { expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { inScope } from "@/lib/db/scoped";
import { listAuditActions } from "@/lib/services/settings/list-audit-actions";
import { listAuditEvents } from "@/lib/services/settings/list-audit-events";
import { verifyAudit } from "@/lib/services/settings/verify-audit";
import { accessDatabase, connect, type TestOrganization } from "../access/access-database";

type Query = Parameters<typeof listAuditEvents>[1];

const database = accessDatabase();

async function withTrail(name: string): Promise<{ org: TestOrganization; list: (query: Query) => Promise<string[]> }> {
  const org = await database.found(name);
  const write = (who: string, action: string, target: string) =>
    inScope({ orgId: org.orgId, partnerId: null }, "write", (db) =>
      db.audit.append(Actor.system(org.orgId, who), { action, target, detail: { note: "100%" } }),
    );
  await write("Ada Admin", "user.create", "user ina@example.com");
  await write("Max Manager", "run.publish", "run 1");
  await write("max 100%", "run.publish", "run 12");
  await write("Ada Admin", "run.discard", "run 2");
  const admin = org.actor(await org.user("admin"));
  return { org, list: async (query) => (await listAuditEvents(admin, query)).items.map(({ seq, action }) => `${seq} ${action}`) };
}

test("events are listed newest first, page by page, without one twice or one left out", async () => {
  const { org } = await withTrail("paged");
  const finance = org.actor(await org.user("finance"));
  const first = await listAuditEvents(finance, { limit: 3 });
  expect(first.items.map(({ seq }) => seq)).toEqual([4, 3, 2]);
  expect(first.items[0]).toMatchObject({
    actor: { kind: "system", name: "Ada Admin" },
    action: "run.discard",
    target: "run 2",
    detail: { note: "100%" },
  });
  const second = await listAuditEvents(finance, { limit: 3, cursor: first.nextCursor ?? "" });
  expect([second.items.map(({ seq }) => seq), second.nextCursor]).toEqual([[1], null]);
  expect(await listAuditActions(finance, {})).toEqual({ actions: ["run.discard", "run.publish", "user.create"] });
});

test.each<{ filter: Query; finds: string[] }>([
  { filter: { who: "MAX" }, finds: ["3 run.publish", "2 run.publish"] },
  { filter: { who: "%" }, finds: ["3 run.publish"] },
  { filter: { action: "run.publish" }, finds: ["3 run.publish", "2 run.publish"] },
  { filter: { target: "run 1" }, finds: ["3 run.publish", "2 run.publish"] },
  { filter: { target: "ina@", who: "ada" }, finds: ["1 user.create"] },
  { filter: { action: "run.discard", who: "max" }, finds: [] },
])("a filter by $filter finds what it says", async ({ filter, finds }) => {
  const { list } = await withTrail(`filtered ${JSON.stringify(filter)}`);
  expect(await list(filter)).toEqual(finds);
});

test("days are those of the organization's time zone, and both ends count", async () => {
  const { org, list } = await withTrail("days");
  const owner = await connect(database.ownerUrl());
  await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
  await owner.query("alter table audit_event disable trigger refuse_change");
  const instants = ["2025-03-01T21:59:59Z", "2025-03-01T22:00:00Z", "2025-03-02T21:59:59Z", "2025-03-02T22:00:00Z"]; // midnight in Helsinki is 22:00 in UTC
  for (const [place, at] of instants.entries()) await owner.query("update audit_event set occurred_at = $1 where seq = $2", [at, place + 1]);
  await owner.query("alter table audit_event enable trigger refuse_change");
  await owner.query("update organization set time_zone = 'Europe/Helsinki'");
  await owner.end();
  const day = "2025-03-02";
  expect((await list({ from: day, until: day })).map((event) => event[0])).toEqual(["3", "2"]);
  expect((await list({ from: day })).map((event) => event[0])).toEqual(["4", "3", "2"]);
  expect((await list({ until: day })).map((event) => event[0])).toEqual(["3", "2", "1"]);
});

test("verification counts an unbroken trail and tells its head, and names the first event that was altered", async () => {
  const { org } = await withTrail("verified");
  const finance = org.actor(await org.user("finance"));
  const [{ hash = null } = {}] = await org.sql<{ hash: string }>("select hash from audit_event where seq = 4");
  expect(await verifyAudit(finance, {})).toEqual({ events: 4, headHash: hash, broken: null });
  const owner = await connect(database.ownerUrl());
  await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
  await owner.query("alter table audit_event disable trigger refuse_change");
  await owner.query("update audit_event set target = 'run 7' where seq in (2, 3)");
  await owner.query("alter table audit_event enable trigger refuse_change");
  await owner.end();
  expect(await verifyAudit(finance, {})).toMatchObject({ events: 4, broken: { seq: 2, fault: "changed" } });
});

test("an organization without events has an unbroken, empty trail", async () => {
  const org = await database.found("empty");
  expect(await verifyAudit(Actor.system(org.orgId, "test"), {})).toEqual({ events: 0, headHash: null, broken: null });
});

test("a manager and a partner user do not read the trail", async () => {
  const { org } = await withTrail("closed");
  for (const role of ["channel_manager", "partner"] as const) {
    const actor = org.actor(await org.user(role));
    for (const read of [listAuditEvents, listAuditActions, verifyAudit]) await expect(read(actor, {})).rejects.toMatchObject({ code: "forbidden" });
  }
});
