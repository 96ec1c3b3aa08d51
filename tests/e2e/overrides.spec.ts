import { expect, type Page } from "@playwright/test";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { figure } from "./support/figures";
import { harborTools } from "./support/harbor-tools";
import { MANAGER } from "./support/people";
import { ready, test } from "./support/test";

const TODAY = IsoDate.parse(new Date().toISOString().slice(0, 10)); // the tests' companies live in UTC
const SCORECARD = "/score/partners/HT-2"; // Beacon Tools, registered by its figures

type Wish = { readonly tier: string; readonly until: IsoDate; readonly reason: string };

async function override(page: Page, { tier, until, reason }: Wish): Promise<void> {
  await page.getByRole("button", { name: "Override the tier…" }).click();
  const dialog = page.getByRole("dialog", { name: "Set the tier of Beacon Tools by hand" });
  await dialog.getByLabel("Tier").selectOption(tier);
  await dialog.getByLabel("Until").fill(until);
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Override", exact: true }).click();
}

async function publishNextRun(page: Page, asOf: string): Promise<void> {
  await page.goto("/score/runs");
  await ready(page);
  await page.getByLabel("As of").fill(asOf);
  await page.getByRole("button", { name: "Evaluate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Draft");
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Published");
}

test.describe("A tier set by hand", () => {
  test.use({ expectedErrors: [/status of 400 .*\/overrides/] });

  test("is given a reason and a day, takes effect with the next run, is seen by everybody it concerns, and is ended", async ({ signedIn }) => {
    test.slow(); // two people, two runs
    const company = await harborTools();
    const [page, owner] = [await signedIn(company.person("manager")), await signedIn(company.person("owner"))];

    await page.goto(SCORECARD);
    await ready(page);
    await override(page, { tier: "Gold", until: addMonths(TODAY, 6), reason: "x" });
    const dialog = page.getByRole("dialog", { name: "Set the tier of Beacon Tools by hand" });
    await expect(dialog.getByText("Give a reason of at least 3 characters.")).toBeVisible();
    await dialog.getByLabel("Reason").fill("Opens the west coast with us");
    await dialog.getByRole("button", { name: "Override", exact: true }).click();
    await expect(page.getByText("Set by hand to Gold: takes effect with the next run")).toBeVisible();

    // A partner has one at a time: this one takes the place of the first.
    await page.getByRole("button", { name: "Override the tier…" }).click();
    await expect(dialog.getByText(/^Override 1 \(Gold until .*\) ends/)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await override(page, { tier: "Silver", until: addDays(TODAY, 30), reason: "Opens the west coast, in small steps" });
    await expect(page.getByText("Set by hand to Silver: takes effect with the next run")).toBeVisible();

    await publishNextRun(page, "2025-06-30");
    await page.getByRole("link", { name: "1 set by hand" }).click();
    const standings = page.getByRole("table", { name: "Standings" });
    await expect(standings.getByRole("row").filter({ has: page.getByRole("cell") })).toHaveCount(1);
    const beacon = standings.getByRole("row").filter({ hasText: "Beacon Tools" });
    await expect(beacon.getByText("Override", { exact: true }).filter({ visible: true })).toHaveCount(1);
    await expect(beacon.getByTitle("Set by hand").filter({ visible: true })).toHaveText("Silverset by hand");

    await owner.goto("/scorecard");
    await expect(owner.getByText(/^Silver is set by hand until .*: Opens the west coast, in small steps\. Without it: Registered\.$/)).toBeVisible();
    await expect(owner.getByRole("main")).not.toContainText(company.person("manager").name);

    await page.goto("/");
    const soon = page.getByRole("region", { name: "Overrides that expire soon" }).last();
    await expect(soon.getByRole("row").filter({ hasText: "Beacon Tools" })).toContainText("in 30 days");
    await page.getByRole("link", { name: "All overrides" }).click();
    const list = page.getByRole("table", { name: "Overrides" });
    await expect(list.getByRole("row").filter({ hasText: "Beacon Tools" })).toContainText("Opens the west coast, in small steps");
    await ready(page);
    await page.getByRole("button", { name: "End the override of Beacon Tools" }).click();
    const ending = page.getByRole("dialog", { name: "End the override of Beacon Tools?" });
    await ending.getByLabel("Reason").fill("Left the west coast again");
    await ending.getByRole("button", { name: "End override" }).click();
    await expect(page.getByText("No override here")).toBeVisible();
    await page.getByLabel("State").selectOption("Ended");
    await expect(list.getByText(/: Left the west coast again$/)).toBeVisible();
    await expect(list.getByText(/, by override 2 in its place$/)).toBeVisible();

    await page.goto(SCORECARD);
    await expect(page.getByText("The override of this run has ended")).toBeVisible();
    await publishNextRun(page, "2025-07-31");
    await page.goto(SCORECARD);
    await expect(page.getByText(/^Beacon Tools was moved from Silver down to Registered/)).toBeVisible();
  });
});

test("finance reads overrides and makes none", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("finance"));
  await page.goto(SCORECARD);
  await ready(page);
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Override the tier…" })).toHaveCount(0);
  await page.goto("/score/overrides?state=all");
  await expect(page.getByText("No tier was ever set by hand.")).toBeVisible();
});

test("a run is re-performed at a press, and the verdict stands beside its hashes", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/score/runs/6");
  await ready(page);
  await page.getByRole("button", { name: "Re-perform" }).click();
  await expect(page.getByText("Nothing was changed, and the rules give it again")).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByText(/^Engine 2 evaluated 701 partners again from the frozen inputs: every decision is the same, byte for byte\./),
  ).toBeVisible();
  for (const [found, recorded] of [
    ["Input hash found", "Input hash"],
    ["Result hash stored", "Result hash"],
    ["Result hash evaluated", "Result hash"],
  ] as const) {
    const hash = (await figure(page, recorded).first().textContent()) ?? "";
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(figure(page, found)).toHaveText(`${hash} as recorded`);
  }
});
