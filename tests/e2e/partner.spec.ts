import { expect, type Page } from "@playwright/test";
import { figure, moneyIn, numberIn, textOf } from "./support/figures";
import { harborTools } from "./support/harbor-tools";
import { PARTNER } from "./support/people";
import { test } from "./support/test";

const DEVICES = [
  { device: "a phone", options: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } },
  { device: "a desktop", options: { viewport: { width: 1280, height: 800 } } },
] as const;

const fitsItsWidth = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

for (const { device, options } of DEVICES) {
  test(`a partner reads its own result in words and opens the records behind a number, on ${device}`, async ({ signedIn }) => {
    const page = await signedIn(PARTNER, options);
    await expect(page).toHaveURL("/scorecard");
    await expect(page.getByRole("heading", { level: 1, name: "Your tier" })).toBeVisible();
    await expect(page.getByText("Many Bikes Store").first()).toBeVisible();
    await expect(page.getByText(/^(Promoted from .+ to .+: you meet everything|You stay|You keep|Moved from)/)).toBeVisible();
    await expect(page.getByRole("list", { name: "Tiers, lowest first" }).getByText("you are here")).toBeVisible();
    await expect(page.getByRole("region", { name: /^(What .+ asks|You are in the highest tier)$/ })).toBeVisible();
    await expect(page.getByText(/^you have /).first()).toBeVisible();
    await expect(page.getByText(/^As of .+ higher than that of \d+% of all partners of your type, /)).toBeVisible();
    await expect(page.getByRole("link", { name: /^Records behind / })).toHaveCount(7);
    await fitsItsWidth(page);

    const link = page.getByRole("link", { name: "Records behind Revenue" });
    const records = numberIn(await textOf(link));
    await link.click();
    await expect(page).toHaveURL(/\/scorecard\/records\?/);
    await expect(page.getByRole("link", { name: /^Counted/ })).toHaveAccessibleName(`Counted ${records}`);
    const [value, sum] = [await textOf(figure(page, "The metric")), await textOf(figure(page, "Sum of these records"))];
    expect(Math.round(moneyIn(sum) / 100)).toBe(Math.round(moneyIn(value) / 100));
    await fitsItsWidth(page);

    await page.getByRole("link", { name: /^Left out/ }).click();
    await expect(page.getByText("Outside the dates counted").filter({ visible: true }).first()).toBeVisible();
    await page.getByRole("link", { name: "Your scorecard" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your tier" })).toBeVisible();
  });
}

test("an earlier published run is still there for the partner, by its address", async ({ signedIn }) => {
  const page = await signedIn(PARTNER);
  await page.goto("/scorecard?run=4");
  await expect(page.getByText("As of May 31, 2013.")).toBeVisible();
});

test("before the first published run a partner is told that there is no result yet", async ({ signedIn }) => {
  const page = await signedIn((await harborTools([])).person("owner"));
  await expect(page.getByRole("main")).toContainText("There is no result yet");
});
