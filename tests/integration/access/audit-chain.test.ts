import { expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { inScope } from "@/lib/db/scoped";
import { createMetric } from "@/lib/services/measure/create-metric";
import { accessDatabase, connect, type TestOrganization } from "./access-database";

const database = accessDatabase();

const findBreak = ({ orgId }: TestOrganization) => inScope({ orgId, partnerId: null }, "read", async (db) => (await db.audit.verify()).broken);

async function withEvents(name: string, count: number): Promise<TestOrganization> {
  const org = await database.found(name);
  for (let n = 0; n < count; n++)
    await createMetric(Actor.system(org.orgId, "test"), { key: `m${n}`, name: `M ${n}`, unit: "number", betterWhen: "higher" });
  return org;
}

test("events are numbered without a gap and each follows from the one before, however many are written at once", async () => {
  const org = await database.found("chain");
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      createMetric(Actor.system(org.orgId, "test"), { key: `m${n}`, name: "M", unit: "number", betterWhen: "higher" }),
    ),
  );
  const events = await org.sql<{ seq: number; prev: string; hash: string }>("select seq, prev_hash as prev, hash from audit_event order by seq");
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  events.forEach(({ prev }, index) => {
    expect(prev).toBe(events[index - 1]?.hash ?? "");
  });
  expect(await findBreak(org)).toBeNull();
});

test("a change that fails leaves no event and no gap", async () => {
  const org = await withEvents("rolled back", 1);
  await expect(
    createMetric(Actor.system(org.orgId, "test"), { key: "m0", name: "again", unit: "number", betterWhen: "higher" }),
  ).rejects.toMatchObject({ code: "conflict" });
  await createMetric(Actor.system(org.orgId, "test"), { key: "m1", name: "M", unit: "number", betterWhen: "higher" });
  expect((await org.audit()).map(({ target }) => target)).toEqual(["metric m0", "metric m1"]);
  expect(await findBreak(org)).toBeNull();
});

test.each(["update audit_event set action = 'nothing'", "delete from audit_event", "truncate audit_event"])(
  "%s is refused to the application and to the owner",
  async (statement) => {
    const org = await withEvents(statement, 1);
    await expect(org.sql(statement)).rejects.toThrow(/permission denied/);
    const owner = await connect(database.ownerUrl());
    await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    await owner.end();
    expect(await org.audit()).toHaveLength(1);
    expect(await findBreak(org)).toBeNull();
  },
);

test("number, instant and hashes are never the writer's", async () => {
  const org = await withEvents("forged", 1);
  await org.sql(
    `insert into audit_event (org_id, seq, occurred_at, actor_kind, actor_id, actor_name, action, target, prev_hash, hash)
     values ($1, 900, '2001-01-01', 'user', 'user:1', 'x', 'x', 'x', 'forged', 'forged')`,
    [org.orgId],
  );
  const [forged] = await org.sql(
    "select seq, occurred_at > now() - interval '1 hour' as recent, hash <> 'forged' and prev_hash <> 'forged' as chained from audit_event order by seq desc limit 1",
  );
  expect(forged).toEqual({ seq: 2, recent: true, chained: true });
  expect(await findBreak(org)).toBeNull();
});

test.each([
  { what: "an action rewritten", tamper: "update audit_event set action = 'other' where seq = 2", found: { seq: 2, fault: "changed" } },
  { what: "a detail rewritten", tamper: "update audit_event set detail = '{}' where seq = 3", found: { seq: 3, fault: "changed" } },
  {
    what: "an instant moved",
    tamper: "update audit_event set occurred_at = occurred_at - interval '1 day' where seq = 1",
    found: { seq: 1, fault: "changed" },
  },
  { what: "an event cut out", tamper: "delete from audit_event where seq = 2", found: { seq: 2, fault: "missing" } },
  { what: "the last event cut off", tamper: "delete from audit_event where seq = 4", found: { seq: 4, fault: "missing" } },
  {
    what: "the last event replaced",
    tamper:
      "update audit_event e set action = 'other', hash = (select audit_hash(jsonb_populate_record(e, '{\"action\": \"other\"}'))) where seq = 4",
    found: { seq: 4, fault: "changed" },
  },
  {
    what: "an event rewritten with a fitting hash",
    tamper:
      "update audit_event e set action = 'other', hash = (select audit_hash(jsonb_populate_record(e, '{\"action\": \"other\"}'))) where seq = 2",
    found: { seq: 3, fault: "unlinked" },
  },
])("the owner's tampering shows: $what", async ({ what, tamper, found }) => {
  const org = await withEvents(what, 4);
  const owner = await connect(database.ownerUrl());
  await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
  await owner.query("alter table audit_event disable trigger refuse_change");
  await owner.query(tamper);
  await owner.query("alter table audit_event enable trigger refuse_change");
  await owner.end();
  expect(await findBreak(org)).toEqual(found);
});
