import { expect } from "@playwright/test";
import { harborTools } from "./support/harbor-tools";
import { ready, signIn, test } from "./support/test";

test.use({ expectedErrors: [/status of (400|401|409|422)/] });

test("a manager adds a region, places it, is kept from a loop, and removes it again", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  await page.goto("/settings/regions");
  await ready(page);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a region…" }).click();
  await dialog.getByLabel("Code").fill("docks");
  await dialog.getByLabel("Name").fill("The Docks");
  await dialog.getByLabel("Weight").fill("abc");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByLabel("Weight")).toHaveAccessibleDescription("Write a number above zero, such as 1200 or 0.5.");
  await dialog.getByLabel("Weight").fill("");
  await dialog.getByLabel("Lies in").fill("nowhere");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByLabel("Lies in")).toHaveAccessibleDescription(/no region with the code/);
  await dialog.getByLabel("Lies in").fill("harbor");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toBeHidden();
  const docks = page.getByRole("row").filter({ hasText: "The Docks" });
  await expect(docks).toContainText("Harbor");

  const harbor = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Harbor/ }) });
  await expect(harbor.getByRole("button", { name: /Remove/ })).toHaveCount(0); // partners lie in it
  await harbor.getByRole("button", { name: /Edit/ }).click();
  await dialog.getByLabel("Lies in").fill("docks");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Lies in")).toHaveAccessibleDescription(/cannot lie in itself/);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await docks.getByRole("button", { name: /Remove/ }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(dialog).toBeHidden();
  await expect(docks).toHaveCount(0);
});

test("a session that ends while a dialog is filled in costs nothing of it: sign in elsewhere, press again", async ({ signedIn }) => {
  const manager = (await harborTools()).person("manager");
  const page = await signedIn(manager);
  await page.goto("/settings/regions");
  await ready(page);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a region…" }).click();
  await dialog.getByLabel("Code").fill("pier");
  await dialog.getByLabel("Name").fill("The Pier");
  await page.context().clearCookies();
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Your session has ended.");
  await expect(dialog.getByRole("alert")).not.toContainText("Bearer");

  const [tab] = await Promise.all([page.waitForEvent("popup"), dialog.getByRole("link", { name: "Sign in again in another tab" }).click()]);
  await signIn(tab, manager);
  await expect(tab).not.toHaveURL(/sign-in/);
  await expect(dialog.getByLabel("Name")).toHaveValue("The Pier");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: "The Pier" })).toBeVisible();
});
