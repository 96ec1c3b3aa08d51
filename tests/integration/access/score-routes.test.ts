import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import * as overrideEnd from "@/app/api/v1/overrides/[override]/end/route";
import * as overrides from "@/app/api/v1/overrides/route";
import * as evidence from "@/app/api/v1/partners/[partner]/evidence/route";
import * as path from "@/app/api/v1/partners/[partner]/path/route";
import * as scorecard from "@/app/api/v1/partners/[partner]/scorecard/route";
import * as versionPublish from "@/app/api/v1/programs/[program]/versions/[version]/publish/route";
import * as version from "@/app/api/v1/programs/[program]/versions/[version]/route";
import * as programs from "@/app/api/v1/programs/route";
import * as comparison from "@/app/api/v1/runs/[run]/comparison/route";
import * as decisions from "@/app/api/v1/runs/[run]/decisions/route";
import * as discard from "@/app/api/v1/runs/[run]/discard/route";
import * as publish from "@/app/api/v1/runs/[run]/publish/route";
import * as reperform from "@/app/api/v1/runs/[run]/reperform/route";
import * as run from "@/app/api/v1/runs/[run]/route";
import * as standings from "@/app/api/v1/runs/[run]/standings.csv/route";
import * as runs from "@/app/api/v1/runs/route";
import * as ownPath from "@/app/api/v1/scorecard/path/route";
import * as ownScorecard from "@/app/api/v1/scorecard/route";
import { Actor } from "@/lib/access/actor";
import { Permission } from "@/lib/access/permissions";
import { today } from "@/lib/clock";
import { addMonths } from "@/lib/domain/shared/calendar-day";
import { createToken } from "@/lib/services/settings/create-token";
import { program } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { bearer, cookieOf, ORIGIN, SECRET, send } from "./access-database";

// The main job through the API alone: a route whose answer does not keep to its contract answers 500.
const database = scoreDatabase();
let org: Awaited<ReturnType<typeof database.organization>>;
let headers: Record<string, string>;
let partnerUser: { id: number; orgId: number };

beforeAll(async () => {
  process.env.NEXTAUTH_URL = ORIGIN;
  process.env.NEXTAUTH_SECRET = SECRET;
  org = await database.organization("through the API", [{ code: "A" }, { code: "B/1" }]);
  await org.observe("2024-01-15", { A: { sales: 90, quality: 50 }, "B/1": { sales: 20, quality: 45 } });
  const addUser = "insert into app_user (org_id, email, name, role, partner_id, password_hash) values ($1, $2, 'x', $3, $4, 'none') returning id";
  await org.sql(addUser, [org.orgId, "admin@api.example", "admin", null]);
  const { rows } = await org.sql(addUser, [org.orgId, "owner@b.example", "partner", org.idOf("B/1")]);
  partnerUser = { id: z.array(z.object({ id: z.number() })).parse(rows)[0]?.id ?? Number.NaN, orgId: org.orgId };
  const { token } = await createToken(Actor.system(org.orgId, "test"), { name: "t", scopes: Permission.options, owner: "admin@api.example" });
  headers = { ...bearer(token), "content-type": "application/json" };
});

const post = (handler: typeof run.GET, params: Record<string, string>, body: unknown = {}) =>
  send(handler, { method: "POST", headers, params, body: JSON.stringify(body) });
const get = (handler: typeof run.GET, params: Record<string, string> = {}, query = "") =>
  send(handler, { headers, params, path: `/api/v1/any?${query}` });

test("a program is drafted, published, evaluated, compared, published and read through the API", async () => {
  expect(await post(programs.POST, {}, { document: program() })).toMatchObject({ status: 201, json: { version: 1, status: "draft", issues: [] } });
  const published = await post(versionPublish.POST, { program: "main", version: "1" }, { effectiveFrom: "2020-01-01" });
  expect(published).toMatchObject({ status: 200, json: { status: "published", effectiveFrom: "2020-01-01" } });
  expect(await get(version.GET, { program: "main", version: "1" })).toMatchObject({
    status: 200,
    json: { document: { name: "Distributor program" } },
  });
  expect(await get(programs.GET)).toMatchObject({ status: 200, json: { items: [{ version: 1 }] } });

  expect(await post(runs.POST, {}, { asOf: "2024-01-31" })).toMatchObject({ status: 201, json: { number: 1, status: "draft", partners: 2 } });
  expect(await post(publish.POST, { run: "1" })).toMatchObject({ status: 200, json: { status: "published" } });
  expect(await post(publish.POST, { run: "1" })).toMatchObject({ status: 409, json: { code: "conflict" } });
  await org.observe("2024-02-15", { A: { sales: 10, quality: 50 } });
  expect(await post(runs.POST, {}, { asOf: "2024-02-29" })).toMatchObject({ status: 201, json: { number: 2, base: 1 } });
  expect(await get(comparison.GET, { run: "2" })).toMatchObject({ status: 200, json: { run: { overtaken: false }, base: { number: 1 } } });
  expect(await post(discard.POST, { run: "2" })).toMatchObject({ status: 200, json: { status: "discarded" } });

  expect(await get(run.GET, { run: "1" })).toMatchObject({ status: 200, json: { number: 1, status: "published" } });
  expect(await get(runs.GET, {}, "limit=1")).toMatchObject({ status: 200, json: { items: [{ number: 2 }], nextCursor: expect.any(String) } });
  const first = await get(decisions.GET, { run: "1" }, "limit=1");
  expect(first).toMatchObject({ status: 200, json: { items: [{ partner: { code: "A" }, rank: 1, tier: "gold" }] } });
  const { nextCursor } = z.object({ nextCursor: z.string() }).parse(first.json);
  expect(await get(decisions.GET, { run: "1" }, `limit=1&cursor=${nextCursor}`)).toMatchObject({
    json: { items: [{ partner: { code: "B/1" } }], nextCursor: null },
  });

  expect(await get(scorecard.GET, { partner: "A" })).toMatchObject({
    status: 200,
    json: { score: 74, tier: { key: "gold" }, rank: 1, nodes: [{ key: "score" }, {}, {}] },
  });
  expect(await get(path.GET, { partner: "B/1" }, "tier=gold")).toMatchObject({ status: 200, json: { kind: "no_effort", tier: { name: "Gold" } } });
  expect(await get(path.GET, { partner: "B/1" }, "tier=best")).toMatchObject({ status: 422, json: { issues: [{ path: "tier" }] } });
  const records = await get(evidence.GET, { partner: "A" }, "run=1&metric=sales");
  expect(records).toMatchObject({ status: 200, json: { counts: { counted: 1 }, records: [{ kind: "observation", quantity: 90 }] } });
});

test("a tier is overridden, listed and given back through the API, and the run re-performed", async () => {
  const wish = { partner: "B/1", tier: "gold", reason: "strategic account", expires: addMonths(today("UTC"), 1) };
  const created = await post(overrides.POST, {}, wish);
  expect(created).toMatchObject({
    status: 201,
    json: { number: 1, state: "in_force", owner: "x", replaced: null, qualified: { key: "registered" } },
  });
  expect(await post(overrides.POST, {}, { ...wish, tier: "none" })).toMatchObject({ status: 422, json: { issues: [{ path: "tier" }] } });
  expect(await get(overrides.GET, {}, "partner=B%2F1&limit=1")).toMatchObject({ status: 200, json: { items: [{ number: 1 }], nextCursor: null } });
  expect(await get(scorecard.GET, { partner: "B/1" })).toMatchObject({ status: 200, json: { override: null, openOverride: { number: 1 } } });
  expect(await post(overrideEnd.POST, { override: "1" }, { reason: "not any more" })).toMatchObject({ status: 200, json: { state: "ended" } });
  expect(await post(overrideEnd.POST, { override: "1" }, { reason: "not any more" })).toMatchObject({ status: 409 });
  expect(await post(reperform.POST, { run: "1" })).toMatchObject({
    status: 200,
    json: { inputs: true, decisions: true, evaluation: true, differing: 0, differences: [] },
  });
});

test("standings come as a file", async () => {
  const response = await standings.GET(new Request(`${ORIGIN}/api/v1/runs/1/standings.csv?tier=gold`, { headers }), {
    params: Promise.resolve({ run: "1" }),
  });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
  const lines = (await response.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("Partner A");
});

test("a partner user reads its own scorecard, without its rank, and nothing else", async () => {
  const own = { cookie: await cookieOf(partnerUser, { at: Date.now() + 1000 }) };
  const answer = await send(ownScorecard.GET, { headers: own });
  expect(answer).toMatchObject({ status: 200, json: { partner: { code: "B/1" } } });
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(answer.json))).not.toContain("rank");
  expect(await send(ownPath.GET, { headers: own })).toMatchObject({ status: 200, json: { partner: { code: "B/1" }, kind: "no_effort" } });
  for (const handler of [scorecard.GET, path.GET, run.GET, runs.GET, decisions.GET, comparison.GET, programs.GET, overrides.GET]) {
    expect(await send(handler, { headers: own, params: { partner: "A", run: "1" } })).toMatchObject({ status: 403, json: { code: "forbidden" } });
  }
  const records = await send(evidence.GET, { headers: own, params: { partner: "A" }, path: "/api/v1/any?run=1&metric=sales" });
  expect(records).toMatchObject({ status: 404, json: { code: "not_found" } });
});
