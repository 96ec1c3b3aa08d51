import { expect, test, vi } from "vitest";
import * as metrics from "@/app/api/v1/metrics/route";
import * as tokens from "@/app/api/v1/tokens/route";
import { accessDatabase, bearer, send, type TestOrganization } from "./access-database";

const database = accessDatabase();
const NPS = { key: "nps", name: "Net promoter score", unit: "number", betterWhen: "higher" };

let callers = 0;

async function caller(org: TestOrganization) {
  const admin = await org.user("admin", `admin-${++callers}@idempotency.example`);
  const { token } = await org.token(admin, ["metric.write", "metric.read", "token.manage"]);
  return (handler: typeof metrics.POST, key: string | null, body: unknown, path = "/api/v1/metrics") =>
    send(handler, {
      method: "POST",
      path,
      headers: { ...bearer(token), "content-type": "application/json", ...(key !== null && { "idempotency-key": key }) },
      body: JSON.stringify(body),
    });
}

const metricEvents = async (org: TestOrganization) => (await org.audit()).filter(({ action }) => action === "metric.create").length;

test("the same request twice is done once and answered alike", async () => {
  const org = await database.found("twice");
  const post = await caller(org);
  const first = await post(metrics.POST, "k1", NPS);
  const second = await post(metrics.POST, "k1", NPS);
  expect(first).toMatchObject({ status: 201, json: NPS });
  expect({ status: second.status, json: second.json }).toEqual({ status: first.status, json: first.json });
  expect(await metricEvents(org)).toBe(1);
});

test("without a key, or with another, it is another request", async () => {
  const org = await database.found("other key");
  const post = await caller(org);
  expect((await post(metrics.POST, "k1", NPS)).status).toBe(201);
  expect(await post(metrics.POST, null, NPS)).toMatchObject({ status: 409, json: { code: "conflict" } });
  expect(await post(metrics.POST, "k2", NPS)).toMatchObject({ status: 409 });
  expect(await metricEvents(org)).toBe(1);
});

test("the same key with another body or query is refused, and nothing is done", async () => {
  const org = await database.found("other body");
  const post = await caller(org);
  await post(metrics.POST, "k1", NPS);
  expect(await post(metrics.POST, "k1", { ...NPS, key: "csat" })).toMatchObject({ status: 422, json: { code: "unprocessable" } });
  expect(await post(metrics.POST, "k1", NPS, "/api/v1/metrics?dry=1")).toMatchObject({ status: 422 });
  expect(await org.sql("select key from custom_metric")).toEqual([{ key: "nps" }]);
});

test("an answer is forgotten after a day, a younger one is not", async () => {
  const org = await database.found("a day");
  const post = await caller(org);
  await post(metrics.POST, "old", NPS);
  await post(metrics.POST, "young", { ...NPS, key: "csat" });
  await org.sql("update idempotency_record set created_at = now() - case key when 'old' then interval '25 hours' else interval '23 hours' end");
  expect((await post(metrics.POST, "new", { ...NPS, key: "ces" })).status).toBe(201);
  expect(await org.sql("select key from idempotency_record order by key")).toEqual([{ key: "new" }, { key: "young" }]);
});

test("of ten at the same moment one is done; the others get its answer or are told to wait", async () => {
  const org = await database.found("parallel");
  const post = await caller(org);
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(metrics.POST, "k1", NPS)));
  for (const { status, json } of answers)
    expect(status === 201 ? json : { status, json }).toMatchObject(status === 201 ? NPS : { status: 409, json: { code: "conflict" } });
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect(await post(metrics.POST, "k1", NPS)).toMatchObject({ status: 201, json: NPS });
  expect(await metricEvents(org)).toBe(1);
});

test("a refusal is final for its key; losing to somebody else is not", async () => {
  const org = await database.found("refusals");
  const post = await caller(org);
  const bad = { ...NPS, key: "Not A Key" };
  const first = await post(metrics.POST, "k1", bad);
  expect(first).toMatchObject({ status: 400, json: { code: "invalid_input", issues: [{ path: "key" }] } });
  expect(await post(metrics.POST, "k1", bad)).toMatchObject({ status: 400, json: { issues: [{ path: "key" }] } });
  expect(await post(metrics.POST, "k1", NPS)).toMatchObject({ status: 422 });

  await post(metrics.POST, null, NPS);
  expect((await post(metrics.POST, "k2", NPS)).status).toBe(409);
  await org.sql("delete from custom_metric");
  expect((await post(metrics.POST, "k2", NPS)).status).toBe(201);
});

test("callers' keys never meet", async () => {
  const org = await database.found("callers");
  const [one, other] = [await caller(org), await caller(org)];
  expect((await one(metrics.POST, "k1", NPS)).status).toBe(201);
  expect((await other(metrics.POST, "k1", { ...NPS, key: "csat" })).status).toBe(201);
});

test("a key left behind by a crash is in flight for a quarter of an hour, and free then", async () => {
  const org = await database.found("crashed");
  const post = await caller(org);
  await post(metrics.POST, "k1", NPS);
  await org.sql("update idempotency_record set status = null, body = null, request_hash = ''");
  await org.sql("delete from custom_metric");
  expect(await post(metrics.POST, "k1", NPS)).toMatchObject({ status: 409, json: { code: "conflict" } });
  await org.sql("update idempotency_record set created_at = now() - interval '16 minutes'");
  expect((await post(metrics.POST, "k1", NPS)).status).toBe(201);
});

test("our own failure frees the key, is told to nobody and logged once", async () => {
  const org = await database.found("failure");
  const post = await caller(org);
  const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await org.sql("insert into custom_metric (org_id, key, name, unit, better_when) values ($1, 'x', 'x', 'furlongs', 'higher')", [org.orgId]);
  const { GET } = metrics;
  const { token } = await org.token(await org.user("finance"), ["metric.read"]);
  const failed = await send(GET, { headers: bearer(token) });
  expect(failed).toMatchObject({ status: 500, json: { code: "internal" } });
  expect(JSON.stringify(failed.json)).not.toContain("furlongs");
  expect(logged).toHaveBeenCalledTimes(1);
  expect(String(logged.mock.calls[0]?.[0])).toContain(failed.headers.get("x-request-id") ?? "no request id");
  logged.mockRestore();
  expect((await post(metrics.POST, "k1", NPS)).status).toBe(201);
});

test("a token is never told twice, nor kept", async () => {
  const org = await database.found("secret answer");
  const post = await caller(org);
  const body = { name: "child", scopes: ["metric.read"] };
  const first = await post(tokens.POST, "k1", body, "/api/v1/tokens");
  expect(first.status).toBe(201);
  expect(await post(tokens.POST, "k1", body, "/api/v1/tokens")).toMatchObject({ status: 409, json: { code: "conflict" } });
  expect(await org.sql("select count(*)::int as n from api_token where name = 'child'")).toEqual([{ n: 1 }]);
  expect(await org.sql("select body from idempotency_record")).toEqual([{ body: null }]);
});

test.each(["", " ", "with space", "x".repeat(201)])("the key %j is refused", async (key) => {
  const org = await database.found(`bad key ${key.length}`);
  const post = await caller(org);
  expect(await post(metrics.POST, key, NPS)).toMatchObject({ status: 400, json: { code: "invalid_input" } });
  expect(await org.sql("select key from custom_metric")).toEqual([]);
});
