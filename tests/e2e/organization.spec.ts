import { expect } from "@playwright/test";
import { harborTools, newCompany } from "./support/harbor-tools";
import { ready, test } from "./support/test";

test.use({ expectedErrors: [/status of 400/] });

test("an administrator states the organization anew, and is told beside the field what is wrong", async ({ signedIn }) => {
  const page = await signedIn((await newCompany()).person("admin"));
  await page.goto("/settings/organization");
  await ready(page);
  await page.getByLabel("Name").fill("Harbor of Hamburg");
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByLabel("Time zone").fill("Hamburg");
  await page.getByLabel("Fiscal year starts in").selectOption({ label: "July" });
  await page.getByLabel("Week starts on").selectOption({ label: "Sunday" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Time zone")).toHaveAccessibleDescription(/Not a time zone/);
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Currency")).toHaveValue("EUR");
  await expect(page.getByRole("banner")).toContainText("Harbor of Hamburg");
  await page.goto("/settings/audit");
  await expect(page.getByText("Days and times are those of Europe/Berlin")).toBeVisible();
  await expect(page.getByRole("table")).toContainText("Changed organization Harbor of Hamburg");
  await page.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("table")).toContainText(/GMT\+/);
});

test("once results depend on it the currency stays, and the page says why", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("admin"));
  await page.goto("/settings/organization");
  await expect(page.getByLabel("Currency")).toBeDisabled();
  await expect(page.getByLabel("Currency")).toHaveAccessibleDescription(/results are written down in it/);
});
