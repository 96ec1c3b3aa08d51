import { expect } from "@playwright/test";
import { newCompany } from "./support/harbor-tools";
import { ready, test } from "./support/test";

const EMPTY = [
  { address: "/score", says: "No run is published yet" },
  { address: "/score/runs", says: "No run yet" },
  { address: "/measure", says: "No run has been published yet" },
  { address: "/measure/imports", says: "Nothing imported yet" },
  { address: "/define", says: "There is no program yet" },
  { address: "/entitle", says: "No run has been published yet" },
  ...["", "/map", "/gaps", "/quarters"].map((view) => ({ address: `/activate${view}`, says: "No run has been published yet" })),
];

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

test("a new organization is shown the steps to its first result, and each step done leads to the next", async ({ signedIn }) => {
  const { name, person } = await newCompany();
  const page = await signedIn(person("manager"));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const next = page.getByRole("listitem").and(page.locator("[aria-current=step]"));
  await expect(next).toContainText("Import regions");
  for (const { address, says } of EMPTY) {
    await page.goto(address);
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("/api/"); // words for people
    await page.setViewportSize(PHONE);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(excess, `${address} fits a phone`).toBe(0);
    await page.setViewportSize(DESK);
  }

  await page.goto("/");
  await next.getByRole("link", { name: "Import" }).click();
  await ready(page);
  await page.getByLabel("What is in the file").selectOption({ label: "Regions" });
  await page.getByLabel("CSV file").setInputFiles({ name: "regions.csv", mimeType: "text/csv", buffer: Buffer.from("code,name\nharbor,Harbor\n") });
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Loaded", { timeout: 30_000 });
  await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Home" }).click();
  await expect(next).toContainText("Import products");
  await expect(page.getByText("Import regions (done)")).toBeVisible();
});

test("nothing of another organization is seen or counted", async ({ signedIn }) => {
  const page = await signedIn((await newCompany()).person("admin"));
  await expect(page.getByText(/AdventureWorks (Cycles|reseller)/)).toHaveCount(0); // the demo organization and its program
  await expect(page.getByRole("complementary", { name: "About this data" })).toHaveCount(0);
});
