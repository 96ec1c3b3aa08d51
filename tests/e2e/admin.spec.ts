import { type APIRequestContext, expect } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { atTheOffice } from "./support/office";
import { signIn, test } from "./support/test";

test.use({ expectedErrors: [/status of 401 .*api\/auth\/callback/] });

const ask = (request: APIRequestContext, method: string, path: string, token: string) =>
  request.fetch(`/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}` } });

test("a token of an administrator opens what it was made for, and nothing once it is revoked", async ({ signedIn, request }) => {
  const page = await signedIn((await harborTools()).person("admin"));
  const made = await callApi(page, "POST", "/tokens", { data: { name: "nightly report", scopes: ["run.read", "standings.read"] } });
  expect(made.status()).toBe(201);
  const { id, token } = await made.json();

  const runs = await ask(request, "GET", "/runs", token);
  expect(runs.status()).toBe(200);
  expect((await runs.json()).items).toMatchObject([{ number: 1, status: "published" }]);
  expect(await (await ask(request, "GET", "/runs/1/standings.csv", token)).text()).toContain("Beacon Tools");
  expect((await ask(request, "GET", "/partners", token)).status()).toBe(403);
  expect((await ask(request, "GET", "/tokens", token)).status()).toBe(403);
  expect((await ask(request, "POST", "/runs/1/discard", token)).status()).toBe(403);

  const listed = await (await callApi(page, "GET", "/tokens")).text();
  expect(listed).toContain("nightly report");
  expect(listed).not.toContain(token);

  expect((await callApi(page, "DELETE", `/tokens/${id}`)).status()).toBe(200);
  const revoked = await ask(request, "GET", "/runs", token);
  expect(revoked.status()).toBe(401);
  expect(revoked.headers()["www-authenticate"]).toBe("Bearer");
});

test("an account that is removed is out at once: pages, API, and signing in again", async ({ signedIn, page }) => {
  test.slow(); // three people
  const { orgId, person } = await harborTools();
  const leaving = await signedIn(person("colleague"));
  await leaving.goto("/score");
  await expect(leaving.getByRole("table", { name: "Standings" })).toBeVisible();

  await atTheOffice({ order: "remove-user", orgId, email: person("colleague").email });

  expect((await callApi(leaving, "GET", "/runs")).status()).toBe(401);
  await leaving.goto("/score/runs");
  await expect(leaving).toHaveURL("/sign-in?next=%2Fscore%2Fruns");
  const still = await signedIn(person("manager"));
  await expect(still.getByRole("navigation", { name: "Stages" })).toBeVisible();
  expect((await callApi(still, "GET", "/runs")).status()).toBe(200);

  await page.goto("/sign-in");
  const answered = page.waitForResponse(/api\/auth\/callback/);
  await signIn(page, person("colleague"));
  expect((await answered).status()).toBe(401);
});

test("the description of the API is served to everybody, and each of its paths is there and asks who is calling", async ({ request }) => {
  const answer = await request.get("/api/v1/openapi.json");
  expect(answer.headers()["content-type"]).toContain("application/json");
  const description: { openapi: string; paths: Record<string, Record<string, unknown>> } = await answer.json();
  expect(description.openapi).toMatch(/^3\./);
  expect(Object.keys(description.paths).length).toBeGreaterThan(15);
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const method of Object.keys(operations)) {
      const address = `${path.startsWith("/api/") ? "" : "/api/v1"}${path.replaceAll(/\{\w+\}/g, "1")}`;
      const refused = await request.fetch(address, { method });
      expect(refused.status(), `${method} ${address}`).toBe(401);
    }
  }
});
