import { expect, type Page } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { test } from "./support/test";

const READABLE = [
  { address: "/", shows: "What changed" },
  { address: "/score", shows: "Beacon Tools" },
  { address: "/score/partners/HT-2", shows: "How the score comes about" },
  { address: "/score/partners/HT-2/records?metric=sales&run=1", shows: "B-1" },
  { address: "/score/runs", shows: "Run 1" },
  { address: "/score/runs/1", shows: "Input hash" },
  { address: "/measure", shows: "Tiers over time" },
  { address: "/measure/imports", shows: "pos.csv" },
  { address: "/measure/imports/4", shows: "Read from the file" },
  { address: "/define", shows: "Harbor program" },
  { address: "/entitle", shows: "This version grants nothing" },
  { address: "/entitle/funds", shows: "This version shares no funds" },
  { address: "/activate", shows: "does not say when a region is covered" },
];
const CONTROLS = /^(Publish|Evaluate|Import|Load|Discard)/;

test("finance reads everything and is offered nothing to change", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("finance"));
  for (const { address, shows } of READABLE) {
    await page.goto(address);
    await expect(page.getByRole("main").getByText(shows).first()).toBeVisible();
    await expect(page.getByRole("button", { name: CONTROLS })).toHaveCount(0);
    await expect(page.getByLabel("CSV file")).toHaveCount(0);
  }
});

test("finance has no publish button for a draft, the API refuses it every change, and nothing changes", async ({ signedIn }) => {
  const company = await harborTools();
  const manager = await signedIn(company.person("manager"));
  expect((await callApi(manager, "POST", "/runs", { data: { asOf: "2025-06-30" } })).status()).toBe(201);
  const page = await signedIn(company.person("finance"));
  await page.goto("/score/runs/2");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Draft");
  await expect(page.getByRole("button", { name: CONTROLS })).toHaveCount(0);

  for (const { method, path, data } of CHANGES) {
    const answer = await callApi(page, method, path, { data, ...(typeof data === "string" && { headers: { "content-type": "text/csv" } }) });
    expect(answer.status(), `${method} ${path}`).toBe(403);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect((await answer.json()).detail).not.toContain("another site"); // refused for the role, not for where it came from
  }
  expect(await runsAndImports(page)).toEqual(await runsAndImports(manager));
  expect(await runsAndImports(manager)).toEqual({ runs: ["2 draft", "1 published"], imports: 4, programs: 1 });
});

const CHANGES: readonly { readonly method: string; readonly path: string; readonly data?: unknown }[] = [
  { method: "POST", path: "/runs", data: { asOf: "2025-07-31" } },
  { method: "POST", path: "/runs/2/publish", data: {} },
  { method: "POST", path: "/runs/2/discard", data: {} },
  { method: "POST", path: "/imports?kind=regions&name=regions.csv", data: "code,name\nx,X\n" },
  { method: "POST", path: "/imports/4/decision", data: { decision: "load" } },
  { method: "POST", path: "/metrics", data: { key: "nps", name: "NPS", unit: "number", betterWhen: "higher" } },
  { method: "POST", path: "/programs", data: { document: {} } },
  { method: "POST", path: "/programs/main/versions/1/publish", data: { effectiveFrom: "2026-01-01" } },
  { method: "POST", path: "/tokens", data: { name: "mine", scopes: ["run.read"] } },
  { method: "GET", path: "/tokens" },
  { method: "DELETE", path: "/tokens/1" },
];

async function runsAndImports(page: Page) {
  const read = async (path: string): Promise<{ items: { number: number; status: string }[] }> => (await callApi(page, "GET", path)).json();
  const [runs, imports, programs] = await Promise.all([read("/runs"), read("/imports"), read("/programs")]);
  return { runs: runs.items.map((run) => `${run.number} ${run.status}`), imports: imports.items.length, programs: programs.items.length };
}
