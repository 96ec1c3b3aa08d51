import { expect, type Locator, type Page } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { MANAGER, PARTNER } from "./support/people";
import { ready, test } from "./support/test";

const MOST_STOPS = 60;

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${place} was not reached with ${MOST_STOPS} presses of Tab`);
}

test("signing in, skipping the navigation and opening a partner take no mouse", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(MANAGER.email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(MANAGER.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Stages" })).toBeVisible();

  await tabTo(page, page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Score" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/score");
  await page.reload();
  await ready(page); // what the page does when it comes alive must not move where the keyboard begins
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  const partner = page.getByRole("table", { name: "Standings" }).getByRole("rowheader").getByRole("link").first();
  await tabTo(page, partner);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/score\/partners\/AW/);
});

test("a step within a page keeps the focus where it was pressed, or puts it on the heading of what it led to", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/activate");
  await ready(page);
  const region = page.getByRole("combobox", { name: "Region" });
  await region.focus();
  await region.selectOption("US");
  await expect(page).toHaveURL(/region=US/);
  await expect(region).toBeFocused();

  const matrix = page.getByRole("region", { name: "Coverage by potential" });
  await matrix.getByRole("link", { name: /^Northeast, Bikes/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/region=(?!US)\w+&category=bikes/);
  await expect(matrix.getByRole("heading")).toBeFocused();
  await matrix.getByRole("link", { name: /^Pennsylvania, Touring Bikes/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Pennsylvania/ })).toBeFocused();

  await page.goto("/measure?by=region&tier=gold");
  await ready(page);
  const quarter = page.getByRole("combobox", { name: "Quarter" });
  await quarter.focus();
  await quarter.selectOption("Q3 FY2013");
  await expect(page).toHaveURL(/quarter=/);
  await expect(quarter).toBeFocused();
  const groups = page.getByRole("region", { name: "Revenue by region" });
  await groups.getByRole("link", { name: "North America", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/region=north-america/);
  await expect(groups.getByRole("heading")).toBeFocused();
  await expect(groups.getByRole("heading")).toBeInViewport();
  await page.getByRole("link", { name: "Clear filters" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/tier=/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("the publish dialog takes the focus, Escape closes it and gives the focus back", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  await callApi(page, "POST", "/runs", { data: { asOf: "2025-06-30" } });
  await page.goto("/score/runs/2");
  await ready(page);
  const open = page.getByRole("button", { name: "Publish…" });
  await tabTo(page, open);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Publish run 2?" });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("main").locator("a:focus, h1:focus")).toHaveCount(0); // nothing behind it is reached
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test("a printed scorecard is the scorecard without navigation and buttons", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto(`/score/partners/${PARTNER.partner}`);
  await expect(page.getByRole("navigation", { name: "Stages" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("table", { name: "Criteria" })).toBeVisible();
});

test("a printed dashboard has every quarter, and the lines it speaks of are drawn", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/measure?by=line");
  await expect(page.locator(".recharts-line-curve").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 1017, height: 680 }); // A4 on its side within its margins
  const lines = page.getByRole("region", { name: "Revenue by product line" });
  await expect(lines.getByText("The largest 6 are drawn.")).toBeVisible();
  await expect(lines.locator("figure")).toBeVisible();
  await expect(lines.locator("figure .recharts-line-curve")).toHaveCount(6);
  await expect(lines.getByRole("columnheader")).toHaveCount(10); // the product line, eight quarters and the change
  await expect(page.getByRole("region", { name: "Tiers over time" }).locator("figure")).toBeVisible();
});
