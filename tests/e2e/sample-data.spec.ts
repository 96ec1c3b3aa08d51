import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { newCompany } from "./support/harbor-tools";
import { ready, test } from "./support/test";

test.use({ expectedErrors: [/status of 422/] });

const LOAD = { name: "Load the sample data" };
const LOADING_MS = 120_000;

async function expectNothingSerious(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ html }) => html).join(" and ")}`)).toEqual([]);
}

test("whoever founds an organization loads the sample data, looks at its standings, and removes it whole", async ({ page }) => {
  test.setTimeout(LOADING_MS + 120_000);
  const mark = randomBytes(4).toString("hex");
  const name = `Harbor ${mark}`;
  await page.goto("/sign-up");
  await ready(page);
  await page.getByLabel("Organization").fill(name);
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByLabel("Your name").fill("Fay Founder");
  await page.getByLabel("E-mail").fill(`fay@${mark}.example`);
  await page.getByLabel("Password").fill("a password of Fay's");
  await page.getByRole("button", { name: "Create the organization" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const banner = page.getByRole("complementary", { name: "About this data" });
  await expect(banner).toBeHidden();
  await expectNothingSerious(page, "the empty home");

  await ready(page);
  await page.getByRole("button", LOAD).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("progressbar", { name: "Loading the sample data" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("You may leave this page");
  await expectNothingSerious(page, "the home while it loads");
  await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible({ timeout: LOADING_MS });
  await expect(banner).toBeVisible();

  await page.getByRole("link", { name: "Standings" }).click();
  await expect(page.getByRole("table", { name: "Standings" }).getByRole("row")).toHaveCount(51);

  await page.goto("/settings/organization");
  await ready(page);
  await expect(page.getByLabel("Currency")).toHaveValue("USD");
  await page.getByRole("button", { name: "Remove the sample data…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Remove the sample data?" });
  const typed = dialog.getByLabel("Type the organization's name to confirm");
  await typed.fill("Harbor");
  await page.keyboard.press("Enter");
  await expect(typed).toHaveAccessibleDescription(/as it is: Harbor/);
  await expectNothingSerious(page, "the dialog");
  await typed.fill(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole("region", { name: "Sample data" }).getByRole("button", LOAD)).toBeVisible();
  await expect(page.getByLabel("Currency")).toHaveValue("EUR");
  await expect(banner).toBeHidden();

  await page.goto("/");
  await expect(page.getByRole("listitem").and(page.locator("[aria-current=step]"))).toContainText("Import regions");
  await expect(page.getByRole("button", LOAD)).toBeVisible();
  await page.goto("/settings/audit");
  await expect(page.getByRole("table")).toContainText("Removed the sample data from");
});

test("those who may not load it are told who can, and an organization with data of its own is not offered it", async ({ signedIn }) => {
  const { person } = await newCompany();
  const manager = await signedIn(person("manager"));
  await expect(manager.getByText("An administrator of your organization can load it.")).toBeVisible();
  await expect(manager.getByRole("button", LOAD)).toHaveCount(0);

  const admin = await signedIn(person("admin"));
  await expect(admin.getByRole("button", LOAD)).toBeVisible();
  await admin.goto("/settings/regions");
  await ready(admin);
  await admin.getByRole("button", { name: "Add a region…" }).click();
  await admin.getByRole("dialog").getByLabel("Code").fill("mine");
  await admin.getByRole("dialog").getByLabel("Name").fill("Mine");
  await admin.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await expect(admin.getByRole("dialog")).toBeHidden();
  await admin.goto("/");
  await expect(admin.getByText("Import regions (done)")).toBeVisible();
  await expect(admin.getByRole("button", LOAD)).toHaveCount(0);
  await admin.goto("/settings/organization");
  await expect(admin.getByText("This one has data of its own, which stays.")).toBeVisible();
});
