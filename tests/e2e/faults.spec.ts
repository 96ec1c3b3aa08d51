import { expect } from "@playwright/test";
import { callApi } from "./support/api";
import { MANAGER } from "./support/people";
import { test } from "./support/test";

const MISSING = [
  "/nothing/here",
  "/score/partners/NOBODY",
  "/score/partners/%E0%A4%A",
  "/score/partners/AW00000061?run=9999",
  "/score/partners/AW00000061/records",
  "/score/partners/AW00000061/records?metric=luck&run=6",
  "/score/runs/9999",
  "/score/runs/abc",
  "/score?run=9999",
  "/measure/imports/9999",
  "/define?version=99",
  "/entitle?run=99",
  "/scorecard/records?metric=revenue&run=6",
  "/activate?run=99",
  "/activate/map?region=atlantis",
  "/activate/gaps?category=boats",
  "/activate/quarters?run=99",
  "/activate/cell",
  "/activate/cell?region=US-PA&line=boats",
  "/maps/moon.svg",
];

test.describe("Addresses of nothing", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("what does not exist is not found, and the page leads back", async ({ signedIn }) => {
    const page = await signedIn(MANAGER);
    for (const address of MISSING) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      await expect(page.getByText(/^(There is nothing here|This .+ does not exist in your organization)$/)).toBeVisible();
    }
    await page.goto("/nothing/here");
    await expect(page.getByRole("navigation", { name: "Stages" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link")).toHaveText(["Go to the start", "Standings", "Imports"]);
    await page.getByRole("link", { name: "Go to the start" }).click();
    await expect(page).toHaveURL("/");
    await page.goto("/entitle/funds/99");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entitle");
    await expect(page.getByText("This fund does not exist in your organization")).toBeVisible();
    await page.getByRole("link", { name: "All funds" }).click();
    await expect(page).toHaveURL("/entitle/funds");
  });
});

test("addresses typed by hand show what they can instead of an error", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  for (const search of [
    "page=999999999",
    "sort=nonsense&direction=sideways",
    "tier=platinum",
    "search=%25%27%3B--",
    "borderline=perhaps",
    "page=-1",
  ]) {
    const answer = await page.goto(`/score?${search}`);
    expect(answer?.status(), search).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: "Score" })).toBeVisible();
  }
});

const MALFORMED = [
  { method: "GET", path: "/runs?limit=0", status: 400, names: "limit" },
  { method: "GET", path: "/runs?limit=1&limit=2", status: 400, names: "limit" },
  { method: "GET", path: "/runs?colour=red", status: 400, names: "colour" },
  { method: "GET", path: "/runs?cursor=%00", status: 400, names: "cursor" },
  { method: "GET", path: "/runs/abc", status: 400, names: "run" },
  { method: "GET", path: "/runs/9999", status: 404, names: "9999" },
  { method: "POST", path: "/runs", data: { asOf: "2013-02-30" }, status: 400, names: "asOf" },
  { method: "POST", path: "/runs", data: "{asOf:", status: 400, names: "JSON" },
  { method: "POST", path: "/runs", data: "[]", status: 400, names: "JSON object" },
  { method: "POST", path: "/runs", data: `{"asOf":"${"x".repeat(1_000_001)}"}`, status: 413, names: "larger" },
  { method: "POST", path: "/imports?kind=invoices&name=x.csv", data: "a", status: 400, names: "kind" },
  { method: "POST", path: "/programs", data: { document: { format: "tierline.program/1" } }, status: 400, names: "document" },
] as const;

test("what the API cannot read it refuses as problem+json, naming what is wrong", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  for (const { method, path, status, names, ...sent } of MALFORMED) {
    const data = "data" in sent ? sent.data : undefined;
    const answer = await callApi(page, method, path, { data, headers: data === undefined ? {} : { "content-type": "application/json" } });
    const told = await answer.text();
    expect(answer.status(), `${method} ${path}: ${told}`).toBe(status);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(told)).toMatchObject({ type: "about:blank", status, requestId: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(told).toContain(names);
  }
});

test("a change that another site sends with the person's cookie is refused", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  const before = await (await callApi(page, "GET", "/runs")).json();
  const answer = await callApi(page, "POST", "/runs", { data: { asOf: "2014-12-31" }, headers: { origin: "https://evil.example" } });
  expect(answer.status()).toBe(403);
  expect((await answer.json()).detail).toContain("another site");
  expect(await (await callApi(page, "GET", "/runs")).json()).toEqual(before);
});

test("the API knows no address and no method but its own", async ({ request }) => {
  const nothing = await request.get("/api/v1/nothing/at/all");
  expect(nothing.headers()["content-type"]).toBe("application/problem+json");
  expect(await nothing.json()).toMatchObject({ status: 404, code: "not_found", detail: expect.stringContaining("/api/v1/nothing/at/all") });
  expect((await request.fetch("/api/v1/runs", { method: "PUT" })).status()).toBe(405);
});
