import { expect, test } from "vitest";
import * as importRoute from "@/app/api/v1/imports/route";
import * as metrics from "@/app/api/v1/metrics/route";
import * as partner from "@/app/api/v1/partners/[partner]/route";
import * as partners from "@/app/api/v1/partners/route";
import { accessDatabase, bearer, send, type TestOrganization } from "./access-database";

const database = accessDatabase();

async function headersOf(org: TestOrganization) {
  const { token } = await org.token(await org.user("admin"), ["metric.write", "partner.read", "import.write", "import.read"]);
  return { ...bearer(token), "content-type": "application/json" };
}

test.each([
  { what: "no JSON", body: "{", says: /not valid JSON/ },
  { what: "bytes that are no text", body: new Uint8Array([0x7b, 0xff, 0x7d]), says: /not valid JSON/ },
  { what: "a list", body: "[]", says: /not a JSON object/ },
  { what: "null", body: "null", says: /not a JSON object/ },
  { what: "nothing", body: "", says: /key/ },
  { what: "a member that is not known", body: '{"key":"nps","name":"n","unit":"number","betterWhen":"higher","orgId":1}', says: /orgId/ },
  { what: "a member twice", body: '{"key":"nps","name":"n","unit":"number","betterWhen":"higher","name":"m"}', says: /^name: stands more than once/ },
  { what: "an inherited member", body: '{"key":"nps","name":"n","unit":"number","betterWhen":"higher","__proto__":{"x":1}}', says: /__proto__/ },
])("a body with $what is refused with what is wrong", async ({ what, body, says }) => {
  const org = await database.found(`body ${what}`);
  const answer = await send(metrics.POST, { method: "POST", headers: await headersOf(org), body });
  expect(answer).toMatchObject({ status: 400, json: { code: "invalid_input", detail: expect.stringMatching(says) } });
  expect(await org.sql("select key from custom_metric")).toEqual([]);
});

test("a body of more than a megabyte is refused before it is all read", async () => {
  const org = await database.found("large");
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  expect(await send(metrics.POST, { method: "POST", headers: await headersOf(org), body: endless })).toMatchObject({
    status: 413,
    json: { code: "too_large" },
  });
  expect(sent).toBeLessThan(2_000_000);
});

test("a body that does not say it is JSON is refused, as a form of another site cannot say it", async () => {
  const org = await database.found("form");
  const headers = { ...(await headersOf(org)), "content-type": "text/plain" };
  const body = '{"key":"nps","name":"n","unit":"number","betterWhen":"higher"}';
  expect(await send(metrics.POST, { method: "POST", headers, body })).toMatchObject({
    status: 400,
    json: { detail: expect.stringContaining("application/json") },
  });
});

test("a parameter given twice, not known, or out of its range is refused by name", async () => {
  const org = await database.found("query");
  const headers = await headersOf(org);
  for (const query of ["limit=1&limit=2", "limits=1", "limit=0", "limit=201", "cursor=rubbish"]) {
    const answer = await send(partners.GET, { headers, path: `/api/v1/partners?${query}` });
    expect(answer, query).toMatchObject({ status: 400, json: { detail: expect.stringContaining(/^\w+?(?=s?=)/.exec(query)?.[0] ?? "") } });
  }
});

test("partners are listed page by page, each once, and found by what their name holds", async () => {
  const org = await database.found("pages");
  const headers = await headersOf(org);
  const first = await send(partners.GET, { headers, path: "/api/v1/partners?limit=1" });
  expect(first.json).toMatchObject({ items: [{ code: "P1", region: { code: "north", name: "North" } }], nextCursor: expect.any(String) });
  const cursor = typeof first.json === "object" && first.json !== null && "nextCursor" in first.json ? String(first.json.nextCursor) : "";
  expect((await send(partners.GET, { headers, path: `/api/v1/partners?limit=1&cursor=${cursor}` })).json).toMatchObject({
    items: [{ code: "P2" }],
    nextCursor: null,
  });
  expect((await send(partners.GET, { headers, path: "/api/v1/partners?search=%25" })).json).toMatchObject({ items: [{ code: "P2" }] });
  expect((await send(partners.GET, { headers, path: "/api/v1/partners?search=ONE" })).json).toMatchObject({ items: [{ code: "P1" }] });
  expect((await send(partner.GET, { headers, params: { partner: "P2" } })).json).toMatchObject({ name: "Partner 100%" });
  expect(await send(partner.GET, { headers, params: { partner: "p2" } })).toMatchObject({ status: 404, json: { code: "not_found" } });
});

test("an upload whose bytes are not as many as announced is refused, and leaves nothing behind", async () => {
  const org = await database.found("cut");
  const headers = { ...(await headersOf(org)), "content-length": "1000" };
  const sent = { method: "POST", headers, path: "/api/v1/imports?kind=regions&name=r.csv", body: "code,name\nnorth,North\n" };
  const answer = await send(importRoute.POST, sent);
  expect(answer.status).toBe(400);
  expect(await org.sql("select status from import_batch where status not in ('failed', 'discarded')")).toEqual([]);
});

test("nobody is let in without a session or token", async () => {
  for (const handler of [metrics.GET, metrics.POST, partners.GET, importRoute.GET, importRoute.POST]) {
    expect(await send(handler, { method: "POST", body: "{}" })).toMatchObject({
      status: 401,
      json: { code: "unauthenticated", type: "about:blank", title: "Unauthorized" },
    });
  }
});
