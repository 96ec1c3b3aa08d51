import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { callApi } from "./support/api";
import { figure, numberIn, textOf } from "./support/figures";
import { MANAGER } from "./support/people";
import { ready, test } from "./support/test";

const MOST_MAP_BYTES = 120_000;
const MOST_PAGE_BYTES = 150_000;

test("a manager goes from all cells down to the one that is empty, and to who could fill it", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Activate" }).click();
  const matrix = page.getByRole("table", { name: /by region and/ });
  await expect(matrix.getByRole("rowheader")).toHaveText(["Europe", "North America", "Pacific", "All regions"]);
  for (const region of ["North America", "United States", "Northeast"]) await matrix.getByRole("link", { name: region, exact: true }).click();
  await matrix.getByRole("link", { name: /^Pennsylvania, Bikes: 0.0%, 3 white space$/ }).click();
  await expect(matrix.getByRole("columnheader")).toHaveText(["Region", "Mountain Bikes", "Road Bikes", "Touring Bikes", "All"]);
  await matrix.getByRole("link", { name: /^Pennsylvania, Touring Bikes: White space/ }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Pennsylvania, Touring Bikes");
  await expect(page.getByText("No active qualified partner sells here.")).toBeVisible();
  await expect(figure(page, "Revenue")).toHaveText("$0");
  const candidates = page.getByRole("region", { name: "Who could" }).getByRole("listitem");
  await expect(candidates.first()).toContainText("same area");
  await candidates.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/score\/partners\/AW\d+\?run=6/);
});

test("the file of the cells adds up to the page", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/activate?region=US&category=bikes");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const rows: Record<string, string>[] = parse(Buffer.concat(chunks), { columns: true, bom: true });
  const sum = (of: readonly Record<string, string>[]) => of.reduce((total, { potential }) => total + Number(potential), 0);
  const reached = rows.filter(({ state }) => state !== "white_space");
  expect(rows.length).toBe(51 * 3);
  await expect(page.getByText(`${reached.length} of ${rows.length} cells`)).toBeVisible();
  const note = await textOf(page.getByText(/^\$[\d,]+ of \$[\d,]+$/).first());
  const [numerator = "", denominator = ""] = note.split(" of ");
  expect(Math.abs(numberIn(numerator) - sum(reached))).toBeLessThan(1);
  expect(Math.abs(numberIn(denominator) - sum(rows))).toBeLessThan(1);
});

test("the gaps are ranked by potential, follow the filters in the address, and name their candidates", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/activate/gaps");
  await ready(page);
  await page.getByRole("combobox", { name: "State" }).selectOption("White space");
  await expect(page).toHaveURL(/state=white_space/);
  await page.getByRole("combobox", { name: "Region" }).selectOption("US");
  await expect(page).toHaveURL(/region=US/);
  const rows = page
    .getByRole("table", { name: "Gaps by potential" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
  await expect(rows).toHaveCount(20);
  const potentials = await rows
    .getByText(/^\$[\d,]+/)
    .first()
    .textContent();
  expect(numberIn(potentials ?? "")).toBeGreaterThan(100_000);
  const read = (await rows.allInnerTexts()).map((row) => numberIn(/\$[\d,]+/.exec(row)?.[0] ?? "0"));
  expect(read).toEqual(read.toSorted((a, b) => b - a));
  await expect(rows.filter({ hasText: "White space" })).toHaveCount(20);
  await expect(rows.first().getByRole("listitem").first()).toContainText(/sells (this line|its category)/);
});

test("the map tells in words what it shows, is drawn from shapes fetched once, and weighs little", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  const shapes = page.waitForResponse(/\/maps\/states\.svg$/);
  const answer = await page.goto("/activate/map?region=US");
  expect((await answer?.body())?.length).toBeLessThan(MOST_PAGE_BYTES);
  const file = await shapes;
  expect(file.headers()["cache-control"]).toContain("max-age");
  expect((await file.body()).length).toBeLessThan(MOST_MAP_BYTES);
  const picture = page.getByRole("img", { name: /^United States: white space as a whole are .*Pennsylvania/ });
  await expect(picture).toBeVisible();
  const pennsylvania = picture.locator('use[href$="#US-PA"]');
  expect(await pennsylvania.evaluate((shape) => (shape as SVGGraphicsElement).getBBox().width)).toBeGreaterThan(20); // its shape was found
  const first = page
    .getByRole("table", { name: "Coverage, United States" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") })
    .first();
  await expect(first).toContainText("Pennsylvania");
  await expect(first).toContainText("26 of 26 cells");
});

test("the arrow keys move between the figures of the matrix", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/activate?region=NW&category=bikes");
  await ready(page);
  const cell = (name: RegExp) => page.getByRole("link", { name });
  await cell(/^Idaho, Mountain Bikes/).focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(/^Idaho, Road Bikes/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cell(/^Montana, Road Bikes/)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(cell(/^Alaska, Road Bikes/)).toBeFocused();
  await page.keyboard.press("ArrowUp"); // the head has no link: there it stays
  await expect(cell(/^Alaska, Road Bikes/)).toBeFocused();
  await page.keyboard.press("End");
  await expect(cell(/^Alaska, Touring Bikes/)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell(/^Wyoming, Touring Bikes/)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cell(/^Wyoming, Mountain Bikes/)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(cell(/^Alaska, Mountain Bikes/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Alaska, Mountain Bikes");
});

test("coverage of every published run stands side by side, each leading to its matrix", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/activate/quarters");
  const rows = page.getByRole("table", { name: "Coverage by published run" }).getByRole("rowheader");
  await expect(rows.first()).toContainText("Nov 30, 2013");
  // Lines that are no longer sold take their cells with them: the jump is named where it is seen.
  await expect(page.getByRole("row", { name: /^Nov 30, 2013/ }).getByText("392 fewer")).toBeVisible();
  await rows.filter({ hasText: "run 1," }).getByRole("link").click();
  await expect(page).toHaveURL(/\/activate\?run=1$/);
  await expect(page.getByText("Territory coverage of run 1")).toBeVisible();
});

test("standings filtered by a territory count the partners of its states", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/score?region=NW");
  await expect(page.getByText("92 partners of 701")).toBeVisible(); // 47 in Washington, 18 in Oregon, 27 in five more states
  await page.goto("/score?region=US-WA");
  await expect(page.getByText("47 partners of 701")).toBeVisible();
  const described = await (await callApi(page, "GET", "/openapi.json")).text();
  expect(described).toContain("/runs/{run}/coverage.xlsx");
});
