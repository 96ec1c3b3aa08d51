import { expect } from "@playwright/test";
import { expectNothingSerious } from "./support/accessible";
import { callApi } from "./support/api";
import { FUNDED, harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

test("a draft's money, fairness and cliffs are read, and it is tested on a past quarter while it is edited", async ({ signedIn }) => {
  test.slow(); // a worker tests, and every tab is checked
  const company = await harborTools(["2025-03-31"], FUNDED);
  const page = await signedIn(company.person("manager"), { viewport: { width: 1440, height: 900 } });
  expect((await callApi(page, "POST", "/programs/main/drafts", { data: { from: 1 } })).status()).toBe(201);
  await page.goto("/define/studio?program=main&version=2&at=tier:gold");
  await ready(page);
  const effects = page.getByRole("complementary", { name: "What the draft does" });
  const tab = (name: string) => effects.getByRole("tab", { name });

  // Anchor with 50 points becomes gold: 200 more a quarter than silver.
  await page.getByRole("textbox", { name: "Points" }).fill("50");
  await expect(effects.getByRole("row").filter({ hasText: "Anchor Supply" })).toBeVisible();
  await tab("Who moves").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Money")).toBeFocused();
  await expect(effects.getByRole("table", { name: "What the benefits take in a year" }).getByRole("row").last()).toContainText(
    /\$1,600\.00\$2,400\.00/,
  );
  await expectNothingSerious(page, "money");
  for (const name of ["Fairness", "Cliffs"]) {
    await page.keyboard.press("ArrowRight");
    await expect(tab(name)).toHaveAttribute("aria-selected", "true");
    await expectNothingSerious(page, name);
  }

  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("All changes are saved.")).toBeVisible();
  await effects.getByLabel("Quarters tested").selectOption("The last quarter");
  await effects.getByRole("button", { name: "Run a back-test" }).click();
  const quarters = effects.getByRole("table", { name: "What the rules make of each quarter" });
  await expect(quarters.getByRole("row").filter({ hasText: "Mar 31, 2025" })).toContainText("as known to run 1", { timeout: 60_000 });
  await expect(effects.getByRole("status").filter({ hasText: "Done. Asked for by" })).toBeVisible({ timeout: 60_000 });
  await expect(effects.getByText("Against run 1: 1 higher, 0 lower, 2 alike.")).toBeVisible();
  await expectNothingSerious(page, "a back-test");

  await page.getByRole("textbox", { name: "Points" }).fill("60");
  await expect(effects.getByText(/^It is of the draft as it was before\./)).toBeVisible();
});
