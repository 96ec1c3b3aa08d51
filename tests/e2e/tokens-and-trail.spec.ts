import { expect } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

test.use({ expectedErrors: [/status of (400|403|404)/] });

test("an administrator makes a token on the page, a script uses it, and is refused once it is revoked", async ({ signedIn, request }) => {
  const page = await signedIn((await harborTools()).person("admin"));
  await page.goto("/settings/tokens");
  await ready(page);
  await page.getByLabel("Name").fill("nightly report");
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByRole("group", { name: "Scopes" })).toContainText("Choose at least one scope.");
  await page.getByLabel("run.read").check();
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  const runs = () => request.get("/api/v1/runs", { headers: { authorization: `Bearer ${token}` } });
  expect((await runs()).status()).toBe(200);

  await page.reload();
  await ready(page);
  const row = page.getByRole("row").filter({ hasText: "nightly report" });
  await expect(row).toContainText("Works");
  expect(await page.content()).not.toContain(token);
  await row.getByRole("button", { name: "Revoke…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toContainText("Revoked");
  expect((await runs()).status()).toBe(401);
});

test("the scopes on offer are those of whose role the token has", async ({ signedIn }) => {
  const { person } = await harborTools();
  const page = await signedIn(person("admin"));
  await page.goto("/settings/tokens");
  await ready(page);
  await expect(page.getByLabel("user.manage")).toBeVisible();
  await page.getByLabel("Acts as").selectOption({ label: person("finance").name });
  await expect(page.getByLabel("user.manage")).toHaveCount(0);
  await expect(page.getByLabel("run.publish")).toHaveCount(0);
  await expect(page.getByLabel("audit.read")).toBeVisible();
});

test("finance filters the audit trail, opens what an event was done to, and verifies the chain", async ({ signedIn }) => {
  const { person } = await harborTools();
  const page = await signedIn(person("finance"));
  await page.goto("/settings");
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Audit trail" }).click();
  const events = page.getByRole("table", { name: "Events, newest first" });
  await expect(events).toContainText("Signed in as");
  await ready(page);
  await page.getByLabel("Action").selectOption({ label: "Run: publish" });
  await expect(page).toHaveURL("/settings/audit?action=run.publish");
  await expect(events.getByRole("rowheader")).toHaveCount(1);
  await events.getByText("Details").click();
  await expect(events.getByText("Hash", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Verify the chain" }).click();
  await expect(page.getByText(/^\d+ events, unbroken$/)).toBeVisible();
  await expect(page).toHaveURL(/action=run.publish&verify=true/);
  await events.getByRole("link", { name: "run 1" }).click();
  await expect(page).toHaveURL("/score/runs/1");
});

test("a manager finds neither tokens nor the trail", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  for (const address of ["/settings/tokens", "/settings/audit"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  }
  expect((await callApi(page, "GET", "/audit")).status()).toBe(403);
  expect((await callApi(page, "GET", "/audit/verification")).status()).toBe(403);
  expect((await callApi(page, "POST", "/tokens", { data: { name: "mine", scopes: ["run.read"] } })).status()).toBe(403);
});
