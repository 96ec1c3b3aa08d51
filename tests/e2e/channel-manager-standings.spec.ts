import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { REVIEWS } from "@/prisma/demo/demo-program";
import { figure, moneyIn, numberIn, textOf } from "./support/figures";
import { MANAGER, PARTNER } from "./support/people";
import { ready, test } from "./support/test";

type Exported = Readonly<Record<string, string>>;

const rows = (page: Page) =>
  page
    .getByRole("table", { name: "Standings" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
const shownCodes = async (page: Page) => (await rows(page).getByRole("rowheader").allInnerTexts()).map((text) => /AW\d+$/.exec(text.trim())?.[0]);

async function exported(page: Page): Promise<Exported[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await readFile(await (await download).path());
  return parse(file, { columns: true, bom: true });
}

test("finds a partner by search, filters, order and page, and the address keeps all of it", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Score" }).click();
  await ready(page);
  await expect(page.getByRole("status")).toContainText("701 partners");
  await expect(rows(page)).toHaveCount(50);

  await page.getByRole("navigation", { name: "Pages of the standings" }).getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/[?&]page=2/);
  await expect(rows(page).first()).toContainText("51");

  await page.getByRole("columnheader", { name: "Partner" }).getByRole("link").click();
  await expect(page).toHaveURL("/score?sort=name");
  await expect(page.getByRole("columnheader", { name: "Partner" })).toHaveAttribute("aria-sort", "ascending");
  const names = await rows(page).getByRole("rowheader").getByRole("link").allInnerTexts();
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));

  await page.getByRole("combobox", { name: "Tier" }).selectOption({ label: "Silver" });
  await expect(page).toHaveURL(/tier=silver/);
  await page.getByRole("searchbox", { name: "Search name or code" }).fill("bike");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search=bike/);
  await expect(page.getByRole("status")).toContainText("of 701");
  const found = await rows(page).allInnerTexts();
  expect(found.length).toBeGreaterThan(1);
  for (const row of found) expect(row).toMatch(/bike[\s\S]*Silver/i);

  const address = page.url();
  await page.reload();
  await expect(page.getByRole("searchbox", { name: "Search name or code" })).toHaveValue("bike");
  expect(await rows(page).allInnerTexts()).toEqual(found);

  await rows(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "How the score comes about" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("combobox", { name: "Tier" })).toHaveValue("silver");
  expect(await rows(page).allInnerTexts()).toEqual(found);
});

test("the export holds the rows that are shown, in their order, and each line says where it comes from", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/score?search=bike&tier=silver&sort=name&direction=desc");
  const shown = await shownCodes(page);
  const lines = await exported(page);
  expect(lines.map((line) => line.partner_code)).toEqual(shown);
  expect(new Set(lines.map((line) => line.filter))).toEqual(new Set(["search=bike; tier=silver"]));

  await page.goto("/score");
  const all = await exported(page);
  expect(all).toHaveLength(701);
  expect(all.slice(0, 50).map((line) => line.partner_code)).toEqual(await shownCodes(page));
});

test("every number of a scorecard leads to its records, and these come to the number", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto(`/score/partners/${PARTNER.partner}`);
  const links = page.getByRole("link", { name: /^Records behind / });
  await expect(links).toHaveCount(7);

  const names = await Promise.all((await links.all()).map((link) => link.getAttribute("aria-label")));
  for (const name of names) {
    const link = page.getByRole("link", { name: name ?? "", exact: true });
    const records = numberIn(await textOf(link));
    const row = page.getByRole("row").filter({ has: link });
    const shown = await textOf(row.getByRole("cell").first());
    await link.click();
    await expect(page.getByRole("navigation", { name: "Records", exact: true })).toBeVisible();
    const value = await textOf(figure(page, "The metric"));
    expect(Math.abs(numberIn(value) - numberIn(shown))).toBeLessThan(1); // the scorecard leaves out cents
    const counted = page.getByRole("navigation", { name: "Records", exact: true }).getByRole("link", { name: "Counted" });
    await expect(counted).toHaveAccessibleName(`Counted ${records.toLocaleString("en-US")}`);
    const money = value.includes("$") ? await sumOfAllPages(page) : null;
    if (money !== null) expect(Math.round(money / 100)).toBe(Math.round(moneyIn(value) / 100));
    await page.goto(`/score/partners/${PARTNER.partner}`);
  }
});

/** The amounts of all records, page by page, in ten-thousandths; the page's own sum must say the same. */
async function sumOfAllPages(page: Page): Promise<number> {
  const stated = moneyIn(await textOf(figure(page, "Sum of these records")));
  const table = page.getByRole("table", { name: "Records counted" });
  const next = page.getByRole("navigation", { name: "Pages of the records" }).getByRole("link", { name: "Next" });
  let sum = 0;
  for (let number = 1; ; number += 1) {
    const heads = await table.getByRole("columnheader").allInnerTexts();
    const rows = await table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") })
      .allInnerTexts();
    for (const row of rows) sum += moneyIn(row.split("\t")[heads.indexOf("Amount")] ?? "");
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(page).toHaveURL(new RegExp(`page=${number + 1}`));
    await expect(page.getByText(`Page ${number + 1} of`)).toBeVisible();
  }
  expect(sum).toBe(stated);
  return sum;
}

test("a scorecard says what each tier asks, what the partner has and what is missing", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/score?tier=gold");
  const name = (await textOf(rows(page).getByRole("rowheader").getByRole("link").first())).trim();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const asked = page.getByRole("region", { name: "What each tier asks" });
  await expect(asked.getByText("current tier")).toBeVisible();
  await expect(asked.getByText("Not met").first()).toBeVisible();
  await expect(asked.getByText(/^has /).first()).toBeVisible();
  await expect(page.getByRole("table", { name: "History by run" }).getByRole("row")).toHaveCount(1 + REVIEWS.length);
  await expect(page.getByRole("table", { name: "How the score comes about" })).toBeVisible();
});

test("the window of a scorecard and of its records names the partner, and a record leads to the import that it came with", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto(`/score/partners/${PARTNER.partner}`);
  await expect(page).toHaveTitle(/^Many Bikes Store · /);
  await page.goto(`/score/partners/${PARTNER.partner}/records?metric=revenue&run=6`);
  await expect(page).toHaveTitle(/^Revenue, last 12 months, Many Bikes Store · /);
  const first = page.getByRole("table", { name: "Records counted" }).getByRole("row").nth(1);
  await expect(first).toContainText(/line [\d,]+ of import 4$/);
  await first.getByRole("link", { name: "import 4" }).click();
  await expect(page).toHaveURL("/measure/imports/4");
});
