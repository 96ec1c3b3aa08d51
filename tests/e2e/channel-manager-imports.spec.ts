import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { moneyIn, numberIn, textOf } from "./support/figures";
import { harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

const SALES = [
  "partner_code,sku,sale_date,units,net_amount,currency,document",
  "HT-2,SAW,2025-05-10,1,300.00,USD,INV-1",
  "HT-2,SAW,2025-13-45,1,100.00,USD,INV-2",
  "HT-2,DRILL,2025-05-11,2,twelve,USD,INV-3",
  "HT-2,LATHE,2025-05-12,1,50.00,USD,INV-4",
  "HT-1,DRILL,2025-05-13,-1,-20.00,USD,INV-5",
  "",
].join("\n");
const LATHE = "sku,name,line_code,line_name,category_code,category_name\nLATHE,Lathe,power,Power tools,tools,Tools\n";

async function choose(page: Page, kind: string, name: string, content: string): Promise<void> {
  await page.goto("/measure/imports");
  await ready(page);
  await page.getByLabel("What is in the file").selectOption({ label: kind });
  await page.getByLabel("CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

async function send(page: Page, kind: string, name: string, content: string): Promise<void> {
  await choose(page, kind, name, content);
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const status = (page: Page, words: string) => expect(page.getByRole("heading", { level: 1 })).toContainText(words, { timeout: 30_000 });

type Balance = Readonly<Record<string, { readonly rows: number; readonly amount: number }>>;

/** What became of the rows by line of the balance, and proof that the lines come to what was read. Amounts in ten-thousandths. */
async function balance(page: Page): Promise<Balance> {
  const table = page.getByRole("table", { name: "What became of the rows" });
  const lines = await table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") })
    .all();
  const read = await Promise.all(
    lines.map(async (line) => {
      const name = /^(Ready to load|Read from the file|\w+)/.exec(await textOf(line.getByRole("rowheader")))?.[0] ?? "";
      const [rows, amount] = await Promise.all([textOf(line.getByRole("cell").first()), textOf(line.getByRole("cell").last())]);
      return [name, { rows: numberIn(rows), amount: /\d/.test(amount) ? moneyIn(amount) : 0 }] as const;
    }),
  );
  const { "Read from the file": total, ...parts } = Object.fromEntries(read);
  expect(Object.values(parts).reduce((sum, { rows }) => sum + rows, 0)).toBe(total?.rows);
  expect(Object.values(parts).reduce((sum, { amount }) => sum + amount, 0)).toBe(total?.amount);
  return Object.fromEntries(read);
}

test("a file with three mistakes: seen, loaded without them, mended and sent again, and nothing counts twice", async ({ signedIn }) => {
  test.slow(); // six files
  const page = await signedIn((await harborTools()).person("manager"));
  await send(page, "POS lines", "sales-may.csv", SALES);
  await status(page, "Waits for your word");

  const rejected = page.getByRole("table", { name: "Rejected rows" });
  const wrongDate = rejected.getByRole("row").filter({ hasText: "2025-13-45" });
  await expect(wrongDate.getByRole("cell").nth(0)).toHaveText("3");
  await expect(wrongDate.getByRole("cell").nth(1)).toHaveText("sale_date");
  await expect(wrongDate.getByRole("cell").nth(3)).toContainText("A real day written as YYYY-MM-DD");
  const wordForAmount = rejected.getByRole("row").filter({ hasText: "twelve" });
  await expect(wordForAmount.getByRole("cell").nth(0)).toHaveText("4");
  await expect(wordForAmount.getByRole("cell").nth(1)).toHaveText("net_amount");
  await expect(wordForAmount.getByRole("cell").nth(3)).toContainText(/number/i);
  await expect(rejected.getByRole("row")).toHaveCount(3);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all 2" }).click();
  const rejectedFile = await readFile(await (await download).path(), "utf8");
  expect(rejectedFile.trim().split(/\r?\n/)).toHaveLength(3);

  await ready(page);
  await page.getByRole("button", { name: "Load the 2 good rows" }).click();
  await status(page, "Loaded");
  expect(await balance(page)).toMatchObject({
    Loaded: { rows: 2, amount: 280_0000 },
    Rejected: { rows: 2 },
    Unmatched: { rows: 1, amount: 50_0000 },
    "Read from the file": { rows: 5, amount: 330_0000 },
  });
  await expect(page.getByRole("table", { name: "Unknown codes and the rows that wait for them" })).toContainText("LATHE");

  await send(page, "POS lines", "sales-may-mended.csv", rejectedFile.replaceAll("2025-13-45", "2025-05-12").replaceAll("twelve", "120.00"));
  await status(page, "Loaded");
  expect(await balance(page)).toMatchObject({ Loaded: { rows: 2, amount: 220_0000 }, Rejected: { rows: 0 }, "Read from the file": { rows: 2 } });

  await send(page, "POS lines", "sales-may.csv", SALES);
  await status(page, "Nothing new");
  await expect(page.getByText("This very file was imported as import 5. Nothing was changed.")).toBeVisible();

  await send(page, "Products", "lathe.csv", LATHE);
  await status(page, "Loaded");
  await page.goto("/measure/imports/5");
  await expect(page.getByText("row still waits")).toBeHidden();
});

test("nothing is loaded when the person says so", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  await send(page, "POS lines", "sales-may.csv", SALES);
  await status(page, "Waits for your word");
  await ready(page);
  await page.getByRole("button", { name: "Load nothing" }).click();
  await status(page, "Nothing loaded");
  await expect(page.getByText("none: nothing became known with it")).toBeVisible();
});

test("a file whose headers say nothing to us is not sent before the person says which column is meant", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  await choose(page, "POS lines", "verkauf.csv", "Haendler,Artikel,Tag,Menge,Netto\nHT-1,SAW,2025-05-10,1,75.00\n");
  await page.getByRole("button", { name: "Import" }).click();
  const mapping = page.getByRole("group", { name: "Which column of the file is meant?" });
  const meant = { partner_code: "Haendler", sku: "Artikel", sale_date: "Tag", units: "Menge", net_amount: "Netto" };
  await expect(mapping.getByRole("combobox")).toHaveCount(5);
  await expect(page.getByRole("table", { name: "Imports, newest first" }).getByRole("rowheader")).toHaveCount(4);

  for (const [column, header] of Object.entries(meant)) await mapping.getByLabel(column, { exact: true }).selectOption(header);
  await page.getByRole("button", { name: "Import" }).click();
  await status(page, "Loaded");
  expect(await balance(page)).toMatchObject({ Loaded: { rows: 1, amount: 75_0000 } });
  await expect(page.getByRole("table", { name: "Columns of the file" }).getByRole("row", { name: "Haendler partner_code" })).toBeVisible();
});

test("a picture, an empty file or a workbook is told at once, and no column of it is asked for", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  const mapping = page.getByRole("group", { name: "Which column of the file is meant?" });
  for (const [name, content, words] of [
    ["chart.csv", "\u0089PNG\r\n\u001a\n\u0000\u0000", "It holds more than text."],
    ["nothing.csv", "", "It is empty."],
    ["book.csv", "PK\u0003\u0004", "It holds more than text."],
  ] as const) {
    await choose(page, "POS lines", name, content);
    await expect(page.getByRole("alert").filter({ hasText: "This does not look like a CSV file" })).toContainText(words);
    await expect(mapping).toHaveCount(0);
  }
  await choose(page, "POS lines", "other.csv", "a,b\n1,2\n");
  await expect(mapping).toBeVisible();
});

test("rows of a mistyped partner are downloaded with its code, sent again mended, and discarded where they wait", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  const header = "partner_code,sku,sale_date,units,net_amount";
  await send(page, "POS lines", "typo.csv", `${header}\nHT-1,SAW,2025-06-01,1,10.00\nHT1,SAW,2025-06-02,1,20.00\n`);
  await status(page, "Loaded");
  const codes = page.getByRole("table", { name: "Unknown codes and the rows that wait for them" });
  await expect(codes.getByRole("row").last()).toHaveText(/partner\s*HT1\s*1\s*3/);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all 1" }).click();
  const waiting = await readFile(await (await download).path(), "utf8");
  expect(waiting).toContain("unknown_partner");
  const parked = page.url();
  await send(page, "POS lines", "typo-mended.csv", waiting.replaceAll("HT1", "HT-1"));
  await status(page, "Loaded");
  expect(await balance(page)).toMatchObject({ Loaded: { rows: 1, amount: 20_0000 } });

  await page.goto(parked);
  await ready(page);
  await page.getByRole("button", { name: "Discard…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard 1 row" }).click();
  await expect(codes).toHaveCount(0);
  await page.goto("/measure/imports");
  const record = page.getByRole("table", { name: "Imports, newest first" }).getByRole("row").nth(1);
  await expect(record).toContainText("discarded from import 5");
  await expect(record).toContainText("Discarded");
});

test("a failed import is sent again with what was said of it, and the list follows the worker", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  const row = "HT-1;SAW;2025-05-10;1;1.075,50\n";
  await choose(page, "POS lines", "verkauf.csv", `Haendler;sku;sale_date;units;net_amount;net_amount\n${row}`);
  await page.getByLabel("partner_code", { exact: true }).selectOption("Haendler");
  await page.getByText("How the file is written").click();
  await page.getByLabel("Numbers").selectOption("1.234,56");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByRole("button", { name: "Import" }).click();
  await status(page, "Failed");

  await page.getByRole("link", { name: "Send it again" }).click();
  await expect(page.getByText(/What was said of import \d+ is filled in/)).toBeVisible();
  await ready(page);
  await expect(page.getByLabel("Numbers")).toHaveValue(",");
  await expect(page.getByLabel("Currency")).toHaveValue("EUR");
  await expect(page.getByText("Required: partner_code, sku, sale_date, units, and net_amount.")).toBeVisible();
  const buffer = Buffer.from(`Haendler;sku;sale_date;units;net_amount\n${row.repeat(20_000)}`);
  await page.getByLabel("CSV file").setInputFiles({ name: "verkauf.csv", mimeType: "text/csv", buffer });
  await expect(page.getByLabel("partner_code", { exact: true })).toHaveValue("Haendler");
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page).toHaveURL(/imports\/\d+$/);
  await page.getByRole("link", { name: "Imports" }).first().click();
  const newest = page.getByRole("table", { name: "Imports, newest first" }).getByRole("row").nth(1);
  await expect(newest).toContainText("Loaded", { timeout: 30_000 });
});
