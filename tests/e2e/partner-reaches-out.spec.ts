import { expect, type Page } from "@playwright/test";
import { callApi } from "./support/api";
import { MANAGER, OTHER_PARTNER, PARTNER } from "./support/people";
import { test } from "./support/test";

const OTHER = OTHER_PARTNER.partner ?? "";
const NOBODY = "AW99999999";
const RECORDS = "records?metric=revenue&run=6";

/** The name of the other partner: what must never come back. */
async function otherName(manager: Page): Promise<string> {
  const { name } = await (await callApi(manager, "GET", `/partners/${OTHER}`)).json();
  expect(name).toMatch(/\w{4}/);
  return name;
}

test.describe("Pages", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("no page shows a partner another partner, or anything of the whole", async ({ signedIn }) => {
    const name = await otherName(await signedIn(MANAGER));
    const page = await signedIn(PARTNER);
    const pages = [
      "/score",
      `/score?search=${OTHER}`,
      `/score/partners/${OTHER}`,
      `/score/partners/${OTHER}?run=6`,
      `/score/partners/${PARTNER.partner}`,
      `/score/partners/${OTHER}/${RECORDS}`,
      "/score/runs",
      "/score/runs/6",
      "/measure",
      "/measure/kpis/revenue",
      `/measure/kpis/revenue/records?partner=${OTHER}`,
      "/measure/imports",
      "/entitle/funds",
      "/entitle/funds/5",
      "/measure/imports/4",
      "/define",
      "/define?program=main&version=1",
      "/entitle",
      "/entitle?run=6",
      "/activate",
      "/activate/map",
      "/activate/gaps",
      "/activate/quarters",
      "/activate/cell?region=US-WA&line=road-bikes",
    ];
    for (const address of pages) {
      const answer = await page.goto(address);
      const source = (await answer?.text()) ?? "";
      expect(answer?.status(), address).toBe(404);
      await expect(page.getByText("There is nothing here")).toBeVisible();
      await expect(page.getByRole("main").getByRole("link")).toHaveText(["Your scorecard"]);
      expect(source, address).not.toContain(name);
      if (!address.includes(OTHER)) expect(source, address).not.toContain(OTHER); // an address asked for is told again
      await expect(page.getByRole("navigation", { name: "Stages" })).toHaveCount(0);
    }
  });

  test("its own pages stay its own, whatever the address adds", async ({ signedIn }) => {
    const name = await otherName(await signedIn(MANAGER));
    const page = await signedIn(PARTNER);
    for (const address of ["/", "/scorecard", `/scorecard?partner=${OTHER}`, `/scorecard/${RECORDS}`, `/scorecard/${RECORDS}&partner=${OTHER}`]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(200);
      expect(await answer?.text(), address).not.toContain(name);
      await expect(page.getByText("Many Bikes Store").first()).toBeVisible();
    }
  });

  test("the client's own way of fetching a page (RSC) gives no more than the page", async ({ signedIn }) => {
    const name = await otherName(await signedIn(MANAGER));
    const page = await signedIn(PARTNER);
    for (const address of ["/score", `/score/partners/${OTHER}`, `/score/partners/${OTHER}/${RECORDS}`, "/score/runs/6", "/measure/imports/4"]) {
      const answer = await page.request.get(address, { headers: { rsc: "1" } });
      expect(await answer.text(), address).not.toContain(name);
    }
  });
});

test("every route of the API refuses a partner what is not its own, and says no more of what exists than of what does not", async ({ signedIn }) => {
  const name = await otherName(await signedIn(MANAGER));
  const page = await signedIn(PARTNER);
  const description: { paths: Record<string, Record<string, unknown>> } = await (await callApi(page, "GET", "/openapi.json")).json();
  const routes = Object.entries(description.paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => ({ path, method })));
  const own = new Set(["/me", "/scorecard", "/scorecard/path", "/allocations", "/openapi.json"]);
  const refusals = routes.map(({ path, method }) => ({ path: path.replace("/api/v1", ""), method })).filter(({ path }) => !own.has(path));
  expect(refusals.length).toBeGreaterThan(20);

  for (const { path, method } of refusals) {
    const ask = async (partner: string) => {
      const address = filled(path, partner);
      const answer = await callApi(page, method, address, method === "get" ? {} : { data: {} });
      const text = await answer.text();
      expect(text, `${method} ${address}`).not.toContain(name);
      return { status: answer.status(), text: text.replaceAll(partner, "CODE").replace(/"requestId":"[^"]*"/, "") };
    };
    const other = await ask(OTHER);
    expect([403, 404], `${method} ${path}`).toContain(other.status);
    expect(await ask(NOBODY), `${method} ${path}`).toEqual(other);
  }
});

function filled(path: string, partner: string): string {
  const values: Readonly<Record<string, string>> = { partner, run: "3", batch: "4", program: "main", version: "1", id: "1" };
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "1");
  return path.endsWith("/evidence") ? `${address}?metric=revenue&run=6` : address;
}

test("a partner's own scorecard and records come through the API, and take no other partner's code", async ({ signedIn }) => {
  const page = await signedIn(PARTNER);
  const scorecard = await callApi(page, "GET", "/scorecard");
  expect(scorecard.status()).toBe(200);
  expect((await scorecard.json()).partner.code).toBe(PARTNER.partner);
  const records = await callApi(page, "GET", `/partners/${PARTNER.partner}/evidence?metric=revenue&run=6`);
  expect(records.status()).toBe(200);
  expect((await records.json()).partner.code).toBe(PARTNER.partner);
  expect((await callApi(page, "GET", `/scorecard?partner=${OTHER}`)).status()).toBe(400);
  expect((await (await callApi(page, "GET", "/me")).json()).partner.code).toBe(PARTNER.partner);
});
