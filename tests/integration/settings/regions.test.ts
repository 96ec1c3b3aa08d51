import { expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { createRegion } from "@/lib/services/settings/create-region";
import { listRegions } from "@/lib/services/settings/list-regions";
import { removeRegion } from "@/lib/services/settings/remove-region";
import { updateRegion } from "@/lib/services/settings/update-region";
import { accessDatabase, type TestOrganization } from "../access/access-database";

const database = accessDatabase();

/** world > europe > (berlin, paris); the organization's own partners lie in north. */
async function withTree(name: string): Promise<{ org: TestOrganization; actor: Actor; tree: () => Promise<string[]> }> {
  const org = await database.found(name);
  const actor = Actor.system(org.orgId, "test");
  await createRegion(actor, { code: "world", name: "World", parent: null });
  await createRegion(actor, { code: "europe", name: "Europe", parent: "world" });
  for (const code of ["paris", "berlin"]) await createRegion(actor, { code, name: code.toUpperCase(), parent: "europe" });
  return { org, actor, tree: async () => (await listRegions(actor, {})).items.map(({ code, parent }) => `${code} in ${parent?.code ?? "nothing"}`) };
}

test("regions are listed as a tree with what lies in each, and found by code and name", async () => {
  const { actor } = await withTree("tree");
  const { items, total } = await listRegions(actor, {});
  expect(total).toBe(5);
  expect(items.map(({ code, depth, partners, regions }) => [code, depth, partners, regions])).toEqual([
    ["north", 0, 2, 0],
    ["world", 0, 0, 1],
    ["europe", 1, 0, 2],
    ["berlin", 2, 0, 0],
    ["paris", 2, 0, 0],
  ]);
  expect(await listRegions(actor, { search: "PAR" })).toMatchObject({ total: 1, items: [{ code: "paris", parent: { name: "Europe" } }] });
  expect(await listRegions(actor, { search: "%" })).toMatchObject({ total: 0, page: 1, pages: 1 });
});

test("a list of many regions comes in pages, and a page beyond the last is the last", async () => {
  const { org, actor } = await withTree("pages");
  await org.sql("insert into region (org_id, code, name) select $1, 'z' || lpad(n::text, 3, '0'), 'Z' from generate_series(1, 60) n", [org.orgId]);
  expect(await listRegions(actor, { page: 9 })).toMatchObject({ page: 2, pages: 2, total: 65 });
  expect((await listRegions(actor, { page: 1 })).items).toHaveLength(50);
});

test("a region gets another name and place, and the trail keeps the old ones", async () => {
  const { org, actor, tree } = await withTree("moves");
  await updateRegion(actor, { region: "berlin", name: "Berlin", parent: "north" });
  expect(await tree()).toContain("berlin in north");
  await updateRegion(actor, { region: "berlin", name: "Berlin", parent: null });
  expect(await tree()).toContain("berlin in nothing");
  const [last] = await org.sql("select detail from audit_event order by seq desc limit 1");
  expect(last).toEqual({
    detail: { before: { name: "Berlin", parent: "north", weight: null }, after: { name: "Berlin", parent: null, weight: null } },
  });
});

test("a region's weight is stated, kept by a change that does not name it, and taken back; it lies above zero", async () => {
  const { actor } = await withTree("weights");
  const set = (weight?: number | null) =>
    updateRegion(actor, { region: "paris", name: "Paris", parent: "europe", ...(weight !== undefined && { weight }) });
  expect((await set(2_243_833.5)).weight).toBe(2_243_833.5);
  expect((await set()).weight).toBe(2_243_833.5);
  for (const wrong of [0, -1, 0.0000001, Number.NaN]) await expect(set(wrong)).rejects.toMatchObject({ code: "invalid_input" });
  expect((await set()).weight).toBe(2_243_833.5);
  expect((await set(null)).weight).toBe(null);
});

test.each(["world", "europe", "berlin"])("a region does not lie in itself: world below %s", async (parent) => {
  const { actor, tree } = await withTree(`loop ${parent}`);
  const before = await tree();
  await expect(updateRegion(actor, { region: "world", name: "World", parent })).rejects.toMatchObject({
    code: "unprocessable",
    details: { issues: [{ path: "parent" }] },
  });
  expect(await tree()).toEqual(before);
});

test("two moves at the same moment make no loop", async () => {
  const { actor } = await withTree("race");
  await createRegion(actor, { code: "a", name: "A", parent: null });
  await createRegion(actor, { code: "b", name: "B", parent: null });
  const outcomes = await Promise.allSettled([
    updateRegion(actor, { region: "a", name: "A", parent: "b" }),
    updateRegion(actor, { region: "b", name: "B", parent: "a" }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listRegions(actor, {})).total).toBe(7); // a loop would hang below no root
});

test("only what nothing refers to is removed", async () => {
  const { org, actor, tree } = await withTree("removes");
  await removeRegion(actor, { region: "paris" });
  expect(await tree()).not.toContain("paris in europe");
  await expect(removeRegion(actor, { region: "paris" })).rejects.toMatchObject({ code: "not_found" });
  await expect(removeRegion(actor, { region: "north" })).rejects.toThrow(/2 of the partners/);
  await expect(removeRegion(actor, { region: "europe" })).rejects.toThrow(/1 of the regions/);
  await org.sql(
    "insert into import_batch (org_id, number, kind, file_name, format, status, created_by) values ($1, 1, 'pos', 'x.csv', '{}', 'loading', 'x')",
    [org.orgId],
  );
  await org.sql(
    `insert into pos_month (org_id, partner_id, month, line_id, region_id, currency, batch_id, lines, units, net_e4)
     select $1, 1, '2025-01-01', 1, r.id, 'USD', b.id, 1, 1, 1 from region r, import_batch b where r.code = 'berlin'`,
    [org.orgId],
  );
  await expect(removeRegion(actor, { region: "berlin" })).rejects.toThrow(/sales were made/);
  await createRegion(actor, { code: "rome", name: "Rome", parent: null });
  await expect(removeRegion(actor, { region: "rome" })).rejects.toThrow(/An import is under way/);
  await org.sql("update import_batch set status = 'discarded'");
  await removeRegion(actor, { region: "rome" });
  expect(await tree()).toEqual(["north in nothing", "world in nothing", "europe in world", "berlin in europe"]);
});

test("a code that is taken, a parent that is not there and text that cannot be seen are told beside their fields", async () => {
  const { actor } = await withTree("fields");
  await expect(createRegion(actor, { code: "world", name: "W", parent: null })).rejects.toMatchObject({ details: { issues: [{ path: "code" }] } });
  await expect(createRegion(actor, { code: "x", name: "X", parent: "nowhere" })).rejects.toMatchObject({ details: { issues: [{ path: "parent" }] } });
  await expect(createRegion(actor, { code: "x", name: "X\u0000", parent: null })).rejects.toMatchObject({ details: { issues: [{ path: "name" }] } });
});

test("finance and partner users change no region", async () => {
  const { org, tree } = await withTree("closed");
  const before = await tree();
  for (const role of ["finance", "partner"] as const) {
    const actor = org.actor(await org.user(role));
    await expect(createRegion(actor, { code: "x", name: "X", parent: null })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeRegion(actor, { region: "paris" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listRegions(actor, {})).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await tree()).toEqual(before);
});
