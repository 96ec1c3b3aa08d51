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

test("a metric is given another key wherever it is named, and a key that cannot be changes nothing", async ({ signedIn }) => {
  const company = await harborTools();
  const page = await signedIn(company.person("manager"));
  await openDraft(page, "metric:sales");
  const key = page.getByRole("textbox", { name: "Key" });
  await key.fill("Net sales");
  await expect(page.getByText("Use lower-case letters, digits and _, starting with a letter.")).toBeVisible();
  await key.press("Enter");
  await expect(key).toHaveValue("sales");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();

  await key.fill("net_sales");
  await key.press("Enter");
  await expect(page).toHaveURL(/at=metric%3Anet_sales/);
  await expect(page.getByText("All changes are saved.")).toBeVisible();
  const { document } = await (await callApi(page, "GET", "/programs/main/versions/2")).json();
  expect([document.metrics[0].key, document.score.children[0].metric]).toEqual(["net_sales", "net_sales"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("All changes are saved.")).toBeVisible();
  const before = await (await callApi(page, "GET", "/programs/main/versions/2")).json();
  expect(before.document.metrics[0].key).toBe("sales");
});

test("text under JSON that is not finished waits while other parts and pages are open", async ({ signedIn }) => {
  const company = await harborTools();
  const page = await signedIn(company.person("manager"));
  await openDraft(page, "json");
  const text = page.getByRole("textbox", { name: "Document" });
  await text.fill("{ half of it");
  const outline = page.getByRole("navigation", { name: "Parts of the program" });
  await outline.getByRole("button", { name: "Movement" }).click();
  await outline.getByRole("button", { name: "JSON unfinished" }).click();
  await expect(text).toHaveValue("{ half of it");

  await page.getByRole("link", { name: "Version 2" }).click();
  await expect(page.getByText("Next: edit and propose it")).toBeVisible();
  await page.goBack();
  await expect(text).toHaveValue("{ half of it");
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await expect(text).toHaveValue(/tierline\.program/);
  await expect(outline.getByRole("button", { name: "JSON", exact: true })).toBeVisible();
});

test("a field that is typed in shows what a colleague, or the same person in another window, sets meanwhile", async ({ signedIn }) => {
  const company = await harborTools();
  const page = await signedIn(company.person("manager"));
  await openDraft(page, "movement");
  const margin = page.getByRole("textbox", { name: "Hold margin" });
  await margin.fill("3");
  await expect(page.getByText("All changes are saved.")).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("textbox", { name: "Hold margin" }).fill("7");
  await expect(other.getByText("All changes are saved.")).toBeVisible();
  await other.close();

  await expect(page.getByText("You changed this draft in another window")).toBeVisible();
  await expect(margin).toBeFocused();
  await expect(margin).toHaveValue("7");
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

  test("partners that could not be read for the simulator are read again when asked", async ({ signedIn }) => {
    const company = await harborTools();
    const page = await signedIn(company.person("manager"));
    await page.context().route("**/simulation/ground", (route) => route.abort());
    await openDraft(page, "tier:gold");
    const effects = page.getByRole("complementary", { name: "What the draft does" });
    await expect(effects.getByRole("alert")).toContainText("The server cannot be reached.");
    await page.context().unroute("**/simulation/ground");
    await effects.getByRole("button", { name: "Try again" }).click();
    await expect(effects.getByText("3 partners of run 1, Mar 31, 2025")).toBeVisible();
  });

  test("what is left by the browser's Back is there to be taken up again", async ({ signedIn }) => {
    const company = await harborTools();
    const page = await signedIn(company.person("manager"));
    expect((await callApi(page, "POST", "/programs/main/drafts", { data: { from: 1 } })).status()).toBe(201);
    await page.goto("/define?program=main&version=2");
    await page.getByRole("link", { name: "Edit draft", exact: true }).click();
    await page.getByRole("navigation", { name: "Parts of the program" }).getByRole("button", { name: "Name and description" }).click();
    await page.route("**/document", (route) => route.abort());
    await page.getByRole("textbox", { name: "Name" }).fill("Renamed");
    await expect(page.getByText("Not saved yet: The server cannot be reached.")).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("link", { name: "Edit draft", exact: true })).toBeVisible();
    await page.reload(); // which ends what would still be saved
    await page.unroute("**/document");
    await page.getByRole("link", { name: "Edit draft", exact: true }).click();
    const notice = page.getByRole("status").filter({ hasText: "What you changed here before was not saved" });
    await expect(notice).toBeVisible();
    await notice.getByRole("button", { name: "Take it up again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Renamed" })).toBeVisible();
    await expect(page.getByText("All changes are saved.")).toBeVisible();
    await expect(notice).toBeHidden();
  });
});
