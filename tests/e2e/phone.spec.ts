import { expect, type Page } from "@playwright/test";
import { ADMIN_PAGES, STAFF_PAGES } from "./support/pages";
import { ADMIN, MANAGER } from "./support/people";
import { ready, test } from "./support/test";

const PHONE = { viewport: { width: 360, height: 740 } };

/** What is wider than its place: the page itself, or a table in its box. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...[...document.querySelectorAll("main table")].map((table) => table.parentElement ?? table)]
      .filter((place) => place.scrollWidth > place.clientWidth)
      .map((place) => place.querySelector("caption")?.textContent ?? "the page"),
  );

/** Choices of which the chosen words are cut off. */
const cutChoices = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main select")]
      .filter((select) => select instanceof HTMLSelectElement && select.offsetParent !== null)
      .map((select) => {
        const whole = document.createElement("span");
        whole.style.cssText = `position:absolute;white-space:nowrap;font:${getComputedStyle(select).font}`;
        whole.textContent = select.querySelector("option:checked")?.textContent?.trim() ?? "";
        document.body.append(whole);
        const { paddingLeft, paddingRight } = getComputedStyle(select);
        const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        const isCut = whole.offsetWidth > room;
        whole.remove();
        return isCut ? whole.textContent : "";
      })
      .filter((words) => words !== ""),
  );

test("the pages of a manager fit a phone without scrolling sideways", async ({ signedIn }) => {
  test.slow(); // every page there is
  const page = await signedIn(MANAGER, PHONE);
  for (const address of STAFF_PAGES) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await tooWide(page), address).toEqual([]);
    expect(await cutChoices(page), address).toEqual([]);
  }
});

test("the pages of an administrator fit a phone without scrolling sideways", async ({ signedIn }) => {
  const page = await signedIn(ADMIN, PHONE);
  for (const address of ADMIN_PAGES) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await tooWide(page), address).toEqual([]);
    expect(await cutChoices(page), address).toEqual([]);
  }
});

test("the row of stages, longer than a phone is wide, shows the one that is looked at", async ({ signedIn }) => {
  const page = await signedIn(MANAGER, PHONE);
  for (const stage of ["Settings", "Home", "Activate"]) {
    await page.goto(stage === "Home" ? "/" : `/${stage.toLowerCase()}`);
    const link = page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: stage });
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(link).toBeInViewport({ ratio: 1 });
  }
});

test("standings are ordered on a phone too, and filtering keeps the order", async ({ signedIn }) => {
  const page = await signedIn(MANAGER, PHONE);
  await page.goto("/score");
  await ready(page);
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "By name" });
  await expect(page).toHaveURL("/score?sort=name");
  await page.getByRole("combobox", { name: "Direction" }).selectOption({ label: "Descending" });
  await expect(page).toHaveURL("/score?sort=name&direction=desc");
  await page.getByRole("combobox", { name: "Tier" }).selectOption({ label: "Silver" });
  await expect(page).toHaveURL("/score?tier=silver&sort=name&direction=desc");
  const partners = page.getByRole("table", { name: "Standings" }).getByRole("rowheader");
  await expect(partners.first()).toContainText("Silver");
  const names = await partners.getByRole("link").allInnerTexts();
  expect(names).toEqual(names.toSorted((a, b) => b.localeCompare(a, "en")));
});

test("what does not fit in its place scrolls by keyboard, and is no stop where it fits", async ({ signedIn }) => {
  const page = await signedIn(MANAGER, { viewport: { width: 280, height: 740 } });
  await page.goto("/score/runs/6");
  const matrix = page.getByRole("group", { name: /^Movement between tiers/ });
  await matrix.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => matrix.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1280, height: 740 });
  await expect(matrix).toHaveCount(0);
});
