import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { callApi } from "./support/api";
import { figure, numberIn, textOf } from "./support/figures";
import { FINANCE, MANAGER, PARTNER } from "./support/people";
import { ready, test } from "./support/test";

test("a manager goes from a dashboard's figure to its records in two clicks, and what partners add is the figure", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Measure" }).click();
  await expect(page.getByText("as of Nov 30, 2013, as known to run 6")).toBeVisible();

  await page.getByRole("link", { name: "Revenue: what it is made of", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revenue");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Definition");
  await expect(page.getByText("POS revenue of the quarter, net of returns")).toBeVisible();
  const total = numberIn(await textOf(figure(page, "Numerator").first()));
  const parts = page.getByRole("table", { name: "What partners add to Revenue" }).getByRole("link", { name: /: records of/ });
  const first = { name: await parts.first().getAttribute("aria-label"), amount: numberIn(await textOf(parts.first())) };

  await parts.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revenue");
  const sum = numberIn(await textOf(figure(page, "Sum of these records")));
  expect(Math.abs(sum - first.amount)).toBeLessThan(0.5); // the table rounds to whole dollars
  await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText("2013");

  // All partners together, every page of them.
  let added = 0;
  for (let next = 1, pages = 1; next <= pages; next += 1) {
    const report = await (await callApi(page, "GET", `/kpis/revenue?page=${next}`)).json();
    pages = report.pages;
    added += report.rows.reduce((so: number, row: { figure: { numerator: number } }) => so + row.figure.numerator, 0);
  }
  expect(Math.abs(added / 10_000 - total)).toBeLessThan(0.5);
});

test("the dashboard keeps its state in the address, compares two quarters and narrows to a tier, a region and a line", async ({ signedIn }) => {
  const page = await signedIn(FINANCE);
  await page.goto("/measure");
  await ready(page);
  await page.getByLabel("Chart by").selectOption("By region");
  await expect(page).toHaveURL(/by=region/);
  const byRegion = page.getByRole("table", { name: "Revenue by region and quarter" });
  await byRegion.getByRole("link", { name: "North America", exact: true }).click();
  await expect(page).toHaveURL(/region=north-america/);
  await expect(byRegion.getByRole("row").filter({ hasText: "Canada" })).toBeVisible();
  await page.getByLabel("Tier", { exact: true }).selectOption("Gold");
  await expect(page).toHaveURL(/tier=gold/);
  await page.getByLabel("Product line", { exact: true }).selectOption({ label: "Road Bikes" });
  await expect(page.getByText(/Only tier Gold, product line Road Bikes. Region: World › North America/)).toBeVisible();
  const unmeasured = page.getByRole("group").filter({ hasText: "not measured by product line" });
  await expect(page.getByRole("listitem").filter({ hasText: "Win rate" })).toHaveCount(0);
  await unmeasured.getByText("KPIs are not measured by product line").click();
  await expect(unmeasured).toContainText("Win rate");
  await expect(unmeasured.getByRole("link", { name: "Show them for all product lines" })).toBeVisible();
  const address = page.url();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/tier=/);
  await page.goto(address);
  await expect(page.getByLabel("Tier", { exact: true })).toHaveValue("gold");

  const compareWith = page.getByLabel("Compare with");
  const current = await page.getByLabel("Quarter", { exact: true }).locator("option").first().textContent();
  await expect(compareWith.getByRole("option", { name: `With ${current}`, exact: true, includeHidden: true })).toHaveCount(0);
  await page.goto("/measure?quarter=banana&run=abc&kpi=revenue");
  await expect(page.getByText(`The address names a quarter that does not exist (“banana”); this shows ${current}.`)).toBeVisible();
  await expect(page.getByText("The address names a run that does not exist (“abc”)")).toBeVisible();
  await page.goto("/score?run=abc");
  await expect(page.getByText("The address names a run that does not exist (“abc”)")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.goto("/measure?quarter=2012-03-01");
  await expect(page.getByRole("listitem").filter({ hasText: "Correctly tiered" })).toContainText("no run in this quarter");
});

test("a figure of a past quarter leads to what it is made of, like any other", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/measure");
  for (const name of [/, Revenue of Gold in Q3 FY2013: what it is made of$/, /, revenue of Gold in Q3 FY2013: what it is made of$/]) {
    const past = page.getByRole("link", { name });
    const shown = await textOf(past);
    await past.click();
    await expect(page).toHaveURL(/tier=gold/);
    await expect(page.getByText("Q3 FY2013").first()).toBeVisible();
    const numerator = numberIn(await textOf(figure(page, "Numerator").first()));
    expect(Math.abs(numerator - numberIn(shown) * (shown.endsWith("M") ? 1_000_000 : 1))).toBeLessThan(shown.endsWith("M") ? 50_001 : 1);
    await page.goBack();
  }
});

test("what is exported is what is shown", async ({ signedIn }) => {
  const page = await signedIn(FINANCE);
  await page.goto("/measure?tier=gold");
  const shown = await textOf(page.getByRole("link", { name: "Win rate: what it is made of" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export CSV" }).click()]);
  const lines: Record<string, string>[] = parse(await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts)), {
    columns: true,
    bom: true,
  });
  const line = lines.find(({ kpi_key, by, quarter }) => kpi_key === "win_rate" && by === "total" && quarter === "Q4 FY2013");
  expect(Number(line?.value).toFixed(1)).toBe(numberIn(shown).toFixed(1));
  expect(Number(line?.value)).toBeCloseTo((100 * Number(line?.numerator)) / Number(line?.denominator), 4);
  expect(line?.filter).toBe("tier=gold");
  const [workbook] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export XLSX" }).click()]);
  expect(workbook.suggestedFilename()).toBe("kpis-run-6-2013-11-30.xlsx");
});

test.describe("a partner", () => {
  test.use({ expectedErrors: [/status of (403|404)/] });

  test("sees no dashboard, and the API tells it nothing", async ({ signedIn }) => {
    const page = await signedIn(PARTNER);
    await page.goto("/measure");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    for (const path of ["/dashboard", "/dashboard.csv", "/kpis", "/kpis/revenue", `/kpis/revenue/records?partner=${PARTNER.partner}`])
      expect((await callApi(page, "GET", path)).status(), path).toBe(403);
  });
});
