import { expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "./support/accessible";
import { MANAGER, OTHER_PARTNER, PARTNER } from "./support/people";
import { test } from "./support/test";

/** A partner that keeps its tier in grace, and may reach another one above. */
const SCORECARD = `/score/partners/${OTHER_PARTNER.partner}`;
const pathOn = (page: Page) => page.getByRole("region", { name: /^Path to / });

test("a channel manager reads the easiest way to the next tier, and looks for that to a higher one", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto(SCORECARD);
  const path = pathOn(page);
  await expect(path.getByRole("heading", { level: 3, name: /^The (easiest )?way/ })).toBeVisible();
  await expect(path.getByText(/days of work$/).first()).toBeVisible();
  await expect(path.getByText(/^Counts (at once|from )/).first()).toBeVisible();
  await expect(path.getByText(/^Everything else stays as it is\. /)).toBeVisible();

  const choice = path.getByRole("navigation", { name: "Tier to reach" });
  await expect(choice.locator("[aria-current]")).toHaveCount(1);
  await choice.getByRole("link", { name: "Elite" }).click();
  await expect(page).toHaveURL(`${SCORECARD}?path=elite#path`);
  await expect(page.getByRole("heading", { level: 2, name: "Path to Elite" })).toBeInViewport();
  await expectNothingSerious(page, "the path to Elite");
});

test("an address with a tier that there is none of says so, and shows the next one", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto(`${SCORECARD}?path=diamond`);
  await expect(page.getByText("The address names a tier that does not exist (“diamond”); this shows the path to the next one.")).toBeVisible();
  await expect(pathOn(page)).toBeVisible();
});

test("a partner reads on a phone what to do, without what it is thought to take", async ({ signedIn }) => {
  const page = await signedIn(OTHER_PARTNER, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const path = pathOn(page);
  await expect(path.getByText(/^(Sell|Certify|Open|Raise) /).first()).toBeVisible();
  await expect(path.getByText(/Your score is then /).first()).toBeVisible();
  await expect(path.getByText("days of work")).toHaveCount(0);
  await expect(path.getByRole("navigation")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await expectNothingSerious(page, "the partner's path");
});

for (const [person, scorecard] of [
  [MANAGER, SCORECARD],
  [OTHER_PARTNER, "/scorecard"],
] as const) {
  test(`without scripts the path is one link away: ${scorecard}`, async ({ signedIn, openWindow }) => {
    const storageState = await (await signedIn(person)).context().storageState();
    const page = await openWindow({ storageState, javaScriptEnabled: false });
    await page.goto(scorecard);
    await expect(pathOn(page).getByText("Looking for the easiest way…")).toBeHidden();
    await pathOn(page).getByRole("link", { name: "Show the path" }).click();
    await expect(
      pathOn(page)
        .getByText(/^(Sell|Certify|Open|Raise) /)
        .first(),
    ).toBeVisible();
  });
}

test("a partner in the highest tier is offered no path, not even without scripts", async ({ signedIn, openWindow }) => {
  const storageState = await (await signedIn(PARTNER)).context().storageState();
  const page = await openWindow({ storageState, javaScriptEnabled: false });
  await page.goto("/scorecard");
  await expect(page.getByRole("heading", { name: "You are in the highest tier" })).toBeVisible();
  await expect(pathOn(page)).toHaveCount(0);
});

test("a printed path has the ways that are closed on the screen", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto(SCORECARD);
  const closed = pathOn(page).locator("details:not([open]) li");
  await expect(closed.first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(closed.first()).toBeVisible();
});
