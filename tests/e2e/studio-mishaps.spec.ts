import { expect, type Page } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

const LONG_NAME = "W".repeat(120);

/** The draft of a company of its own, open at one part. */
async function openDraft(page: Page, part: string): Promise<void> {
  expect((await callApi(page, "POST", "/programs/main/drafts", { data: { from: 1 } })).status()).toBe(201);
  await page.goto(`/define/studio?program=main&version=2&at=${part}`);
  await ready(page);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a number that is not allowed leaves what was there before, not the digits on the way", async ({ signedIn }) => {
  const company = await harborTools();
  const page = await signedIn(company.person("manager"));
  await openDraft(page, "movement");
  const margin = page.getByRole("textbox", { name: "Hold margin" });
  await margin.fill("");
  await margin.pressSequentially("150");
  await expect(page.getByText("Type at most 50.")).toBeVisible();
  await margin.blur();
  await expect(margin).toHaveValue("0");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a part that is gone shows the score, and a name without blanks fits", async ({ signedIn }) => {
  const company = await harborTools();
  const page = await signedIn(company.person("manager"));
  await openDraft(page, "tier:gone");
  await expect(page.getByRole("navigation", { name: "Parts of the program" }).getByRole("button", { name: "Score" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await page
    .getByRole("navigation", { name: "Parts of the program" })
    .getByRole("button", { name: /^Sales 100%/ })
    .click();
  await page.getByRole("textbox", { name: "Name" }).fill(LONG_NAME);
  await expect(page.getByRole("heading", { level: 2, name: LONG_NAME })).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await page.getByLabel("Part of the program").selectOption("score:score");
  await expect(page.getByRole("button", { name: LONG_NAME, exact: true })).toBeVisible();
  expect(await overflow(page)).toBe(0);
});

test.describe("While nothing can be stored", () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] });

  test("leaving asks first, and what is not stored stays for whoever stays", async ({ signedIn }) => {
    const company = await harborTools();
    const page = await signedIn(company.person("manager"));
    await openDraft(page, "program");
    await page.route("**/document", (route) => route.abort());
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("Renamed");
    await expect(page.getByText("Not saved yet: The server cannot be reached.")).toBeVisible();

    const questions: string[] = [];
    page.once("dialog", (dialog) => {
      questions.push(dialog.message());
      return dialog.dismiss();
    });
    await page.getByRole("link", { name: "Version 2" }).click();
    await expect.poll(() => questions).toEqual(["Your last changes are not saved. Leave the draft without them?"]);
    await expect(name).toHaveValue("Renamed");

    await page.unroute("**/document");
    await page.getByRole("button", { name: "Try now" }).click();
    await expect(page.getByText("All changes are saved.")).toBeVisible();
    await page.getByRole("link", { name: "Version 2" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Renamed" })).toBeVisible();
  });
});
