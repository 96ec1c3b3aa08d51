import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { ready, test } from "./support/test";

test.use({ expectedErrors: [/status of 400/] });

const FILES = [
  { kind: "Regions", csv: "code,name\nharbor,Harbor\n" },
  { kind: "Products", csv: "sku,name,category_code,category_name,line_code,line_name\nSAW,Saw,tools,Tools,saws,Saws\n" },
  { kind: "Partners", csv: "code,name,region_code\nHT-1,Anchor Supply,harbor\nHT-2,Beacon Tools,harbor\n" },
  {
    kind: "POS lines",
    csv: "partner_code,sku,sale_date,units,net_amount,currency\nHT-1,SAW,2025-02-10,400,40000,EUR\nHT-1,SAW,2025-03-10,400,40000,EUR\nHT-2,SAW,2025-03-11,10,1000,EUR\n",
  },
];

test("somebody founds an organization and is led by its pages to the first published run", async ({ page }) => {
  test.slow(); // a whole beginning
  const mark = randomBytes(4).toString("hex");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Create an organization" }).click();
  await ready(page);
  await page.getByLabel("Organization").fill(`Harbor ${mark}`);
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByLabel("Your name").fill("Fay Founder");
  await page.getByLabel("E-mail").fill(`fay@${mark}.example`);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create the organization" }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/at least 12 characters/);
  await page.getByLabel("Password").fill("a password of Fay's");
  await page.getByRole("button", { name: "Create the organization" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Harbor ${mark}` })).toBeVisible();

  for (const { kind, csv } of FILES) {
    await nextStep(page);
    await ready(page);
    await page.getByLabel("What is in the file").selectOption({ label: kind });
    await page.getByLabel("CSV file").setInputFiles({ name: `${kind}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Loaded", { timeout: 30_000 });
    await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Home" }).click();
  }

  await nextStep(page);
  await ready(page);
  await page.getByRole("button", { name: "Use the default program…" }).click();
  await expect(page.getByRole("dialog").getByLabel("In effect from")).toHaveValue("2025-01-01");
  await page.getByRole("dialog").getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Distributor program" })).toBeVisible();
  await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Home" }).click();

  await nextStep(page);
  await ready(page);
  await page.getByRole("button", { name: "Evaluate" }).click();
  await expect(page).toHaveURL("/score/runs/1");
  await ready(page);
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto("/score");
  await expect(page.getByRole("table", { name: "Standings" })).toContainText("Anchor Supply");
});

/** Follows the one step that home offers. */
async function nextStep(page: Page): Promise<void> {
  const step = page.getByRole("listitem").and(page.locator("[aria-current=step]"));
  await step.getByRole("link").click();
  await expect(page).not.toHaveURL("/");
}
