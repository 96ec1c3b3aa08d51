import { expect, type Locator, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { callApi } from "./support/api";
import { figure, moneyIn, textOf } from "./support/figures";
import { FUNDED, harborTools } from "./support/harbor-tools";
import { PARTNER } from "./support/people";
import { ready, test } from "./support/test";

const REVIEW = ["2025-03-31"];

function rowOf(page: Page, partner: string): Locator {
  return page.getByRole("table", { name: "Allocations" }).getByRole("row").filter({ hasText: partner });
}

async function setBudget(page: Page, amount: string): Promise<void> {
  await page.goto("/entitle/funds");
  await ready(page);
  await page.getByLabel("Budget, USD").fill(amount);
  await page.getByRole("button", { name: "Propose allocations" }).click();
}

async function adjust(page: Page, partner: string, amount: string, reason: string): Promise<Locator> {
  await page.getByRole("button", { name: `Adjust the allocation of ${partner}` }).click();
  const dialog = page.getByRole("dialog", { name: `Adjust ${partner}` });
  await dialog.getByLabel("Amount, USD").fill(amount);
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Adjust", exact: true }).click();
  return dialog;
}

test.describe("finance", () => {
  test.use({ expectedErrors: [/status of (400|403|409|422)/] });

  test("sets a budget, adjusts with a reason, and a second person approves; the export ties to the screen to the cent", async ({ signedIn }) => {
    const company = await harborTools(REVIEW, FUNDED);
    const page = await signedIn(company.person("finance"));
    await page.goto("/");
    await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Entitle" }).click();
    await page.getByRole("link", { name: "Funds" }).click();
    await setBudget(page, "399.99");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("takes $400.00, and the budget is $399.99");
    await setBudget(page, "$1,000");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("MDF, Q2 FY2025 Draft");
    // 1,000 − 100 − 300 = 600, shared 50 × 500 : 90 × 900
    await expect(rowOf(page, "Anchor Supply").getByRole("cell")).toContainText(["Silver", "50.0", "$500.00", "$100.00", "$241.51", "$241.51"]);
    await expect(rowOf(page, "Cove Hardware")).toContainText("$758.49");
    await expect(rowOf(page, "Beacon Tools")).toHaveCount(0); // its tier is granted nothing

    await ready(page);
    await expect(await adjust(page, "Cove Hardware", "700", "No fair this quarter")).toBeHidden();
    await expect(rowOf(page, "Cove Hardware")).toContainText("No fair this quarter");
    await expect(figure(page, "Unallocated")).toHaveText("$58.49");
    const refused = await adjust(page, "Anchor Supply", "300.01", "Opens a shop");
    await expect(refused.getByRole("alert")).toContainText("MDF for Q2 FY2025 has $58.49 left, so Anchor Supply can get $300.00 at most");
    await refused.getByLabel("Amount, USD").fill("250");
    await refused.getByLabel("Reason").fill("ok");
    await refused.getByRole("button", { name: "Adjust", exact: true }).click();
    await expect(refused.getByLabel("Reason")).toHaveAccessibleDescription("Give a reason of at least 3 characters.");
    await expect(refused.getByRole("alert")).toHaveCount(0);
    await refused.getByRole("button", { name: "Cancel" }).click();
    await expect(rowOf(page, "Anchor Supply")).toContainText("$241.51");

    for (const filter of ["", "?tier=gold"]) {
      await page.goto(`/entitle/funds/1${filter}`);
      const total = moneyIn(await textOf(page.getByRole("table", { name: "Allocations" }).getByRole("row").last().getByRole("cell").nth(5)));
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export CSV" }).click()]);
      expect(download.suggestedFilename()).toBe("fund-1-2025-04-01.csv");
      const lines: Record<string, string>[] = parse(await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts)), {
        columns: true,
        bom: true,
      });
      expect(lines.reduce((sum, line) => sum + moneyIn(line.allocated ?? ""), 0)).toBe(total);
      expect(total).toBe(filter === "" ? 941_51_00 : 700_00_00);
      const [workbook] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export XLSX" }).click()]);
      expect(workbook.suggestedFilename()).toBe("fund-1-2025-04-01.xlsx");
    }

    await page.goto("/entitle/funds/1");
    await ready(page);
    await page.getByRole("button", { name: "Submit…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).click();
    await expect(page.getByText("You prepared it, so another person must approve it.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve…" })).toBeDisabled();
    await expect(page.getByRole("button", { name: /^Adjust/ })).toHaveCount(0);
    expect((await callApi(page, "POST", "/funds/1/approve", { data: { revision: 2 } })).status()).toBe(403);

    const manager = await signedIn(company.person("manager"));
    await manager.goto("/entitle/funds/1");
    await expect(manager.getByText("It waits for somebody who did not prepare it.")).toBeVisible();
    await expect(manager.getByRole("button", { name: /Approve|Return|Adjust/ })).toHaveCount(0);

    const controller = await signedIn(company.person("controller"));
    await controller.goto("/");
    const funds = controller.getByRole("region", { name: "Funds" });
    await expect(funds).toContainText("1 fund waits for approval by somebody who did not prepare it.");
    await funds.getByRole("link", { name: "MDF, Q2 FY2025" }).click();
    await expect(controller.getByRole("heading", { level: 1 })).toContainText("Waits for approval");
    await ready(controller);
    await controller.getByRole("button", { name: "Approve…" }).click();
    await controller.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
    await expect(controller.getByRole("heading", { level: 1 })).toContainText("Approved");
    await expect(controller.getByRole("listitem").filter({ hasText: "approved it" })).toContainText(company.person("controller").name);
  });

  test("is told when a colleague was quicker, and overwrites nothing", async ({ signedIn }) => {
    const company = await harborTools(REVIEW, FUNDED);
    const page = await signedIn(company.person("finance"));
    await setBudget(page, "1000");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Draft");
    const colleague = await signedIn(company.person("controller"));
    await colleague.goto("/entitle/funds/1");
    await ready(colleague);
    await ready(page);
    await page.getByRole("button", { name: "Adjust the allocation of Cove Hardware" }).click(); // and is called to the phone
    await expect(await adjust(colleague, "Cove Hardware", "650", "Agreed with sales")).toBeHidden();
    const dialog = page.getByRole("dialog", { name: "Adjust Cove Hardware" });
    await dialog.getByLabel("Amount, USD").fill("100");
    await dialog.getByLabel("Reason").fill("Did not sell the range");
    await dialog.getByRole("button", { name: "Adjust", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText(
      `was changed by ${company.person("controller").name} after you opened it: it is $650.00 now`,
    );
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(rowOf(page, "Cove Hardware")).toContainText("Agreed with sales");
  });
});

test("a partner sees on its phone what it was allocated, of approved funds alone", async ({ signedIn }) => {
  const page = await signedIn(PARTNER, { viewport: { width: 360, height: 740 } });
  await page.goto("/scorecard");
  const funds = page.getByRole("region", { name: "Your funds" });
  await expect(funds.getByRole("row").nth(1)).toContainText("Market development funds, Q4 FY2013");
  await expect(funds).not.toContainText("Q1 FY2014"); // a draft
  await expect(funds.getByRole("link")).toHaveCount(0);
  expect((await callApi(page, "GET", "/funds/5")).status()).toBe(403);
  const { items } = await (await callApi(page, "GET", "/allocations")).json();
  expect(items.map(({ fund, status }: { fund: number; status: string }) => `${fund} ${status}`)[0]).toBe("5 approved");
});
