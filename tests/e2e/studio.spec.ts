import { expect, type Locator, type Page } from "@playwright/test";
import type { Criterion, Program } from "@/lib/domain/define/program";
import { expectNothingSerious } from "./support/accessible";
import { callApi } from "./support/api";
import { FUNDED, harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

const DESK = { viewport: { width: 1440, height: 900 } };
/** The narrowest with all three columns. */
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

function criterion(key: string, name: string, fullAt: number): Criterion {
  return { kind: "criterion", key, name, weight: 50, metric: "sales", curve: { kind: "linear", zeroAt: 0, fullAt }, missing: { rule: "zero" } };
}

/** Anchor has 50 points of sales and 100 of reach: silver with 75, and gold once reach weighs twice as much. Nobody else moves by that. */
const RULES: Partial<Program> = {
  score: {
    ...{ kind: "group", key: "score", name: "Score", weight: 1, combine: "arithmetic" },
    children: [criterion("sales_points", "Sales", 1000), criterion("reach", "Reach", 500)],
  },
};

async function beginDraft(page: Page): Promise<void> {
  expect((await callApi(page, "POST", "/programs/main/drafts", { data: { from: 1 } })).status()).toBe(201);
}

async function openStudio(page: Page, part: string): Promise<void> {
  await page.goto(`/define/studio?program=main&version=2&at=${part}`);
  await ready(page);
}

/** Presses Tab until a control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const isThere = () => control.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; !(await isThere()); pressed++) {
    expect(pressed, "the control can be reached by Tab").toBeLessThan(300);
    await page.keyboard.press("Tab");
  }
}

async function type(page: Page, field: Locator, value: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(value);
}

/** "1 rise" as the panel of effects has it. */
function figureOf(page: Page, label: string): Locator {
  return page
    .getByRole("complementary", { name: "What the draft does" })
    .getByRole("definition")
    .filter({ has: page.locator(`xpath=../dt[.="${label}"]`) });
}

const isSaved = (page: Page) => expect(page.getByText("All changes are saved.")).toBeVisible();

test("a program is written with the keyboard alone, and what it does is seen at once", async ({ signedIn }) => {
  test.slow(); // a long way for a Tab
  const company = await harborTools(["2025-03-31"], RULES);
  const page = await signedIn(company.person("manager"), DESK);
  const effects = page.getByRole("complementary", { name: "What the draft does" });
  const outline = page.getByRole("navigation", { name: "Parts of the program" });

  await page.goto("/define");
  await ready(page);
  await tabTo(page, page.getByRole("button", { name: "New draft from this version" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/define\/studio\?program=main&version=2/);
  await expect(effects.getByText("3 partners of run 1, Mar 31, 2025")).toBeVisible();
  await expect(figureOf(page, "stay")).toHaveText("3");

  // A weight, by its slider: who moves is named, and it can be taken back and done again.
  const reach = page.getByRole("slider", { name: "Reach", exact: true });
  await tabTo(page, reach);
  await page.keyboard.press("End");
  await expect(figureOf(page, "rise")).toHaveText("1");
  await expect(effects.getByRole("row").filter({ hasText: "Anchor Supply" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(reach).toHaveValue("50");
  await expect(figureOf(page, "rise")).toHaveText("0");
  await expect(reach).toBeFocused();
  await page.keyboard.press("ControlOrMeta+y");
  await expect(reach).toHaveValue("100");
  await isSaved(page);

  // The same, typed: what is no number changes nothing, and all weights zero contradict themselves.
  const typed = page.getByRole("textbox", { name: "Reach, typed" });
  await type(page, typed, "much");
  await expect(page.getByText("Type a number.")).toBeVisible();
  await expect(figureOf(page, "rise")).toHaveText("1");
  await type(page, typed, "0");
  await expect(figureOf(page, "rise")).toHaveText("0");
  await page.keyboard.press("Enter");
  const sales = page.getByRole("slider", { name: "Sales", exact: true });
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(sales).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByText("Mend this, and the rules are tried again:")).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByText("Mend this, and the rules are tried again:")).toBeHidden();

  // A curve, by its handle and by its field, over today's partners.
  await tabTo(page, outline.getByRole("button", { name: /^Sales 100%/ }));
  await page.keyboard.press("Enter");
  const full = page.getByRole("slider", { name: "100 points" });
  const field = page.getByRole("textbox", { name: "100 points at" });
  await tabTo(page, full);
  await page.keyboard.press("ArrowLeft");
  await expect(field).toHaveValue("990");
  await expect(full).toHaveAttribute("aria-valuetext", "100 points at $990");
  await type(page, field, "500");
  await expect(figureOf(page, "rise")).toHaveText("1"); // Anchor: 100 points of sales, which is all that counts
  await page.keyboard.press("Enter");

  // A tier, by the score that it asks for, with how many reach it.
  await tabTo(page, outline.getByRole("button", { name: "Gold" }));
  await page.keyboard.press("Enter");
  const condition = page.getByRole("textbox", { name: "Points" });
  await type(page, condition, "101");
  await expect(page.getByText("Mend this, and the rules are tried again:")).toBeVisible(); // nobody can have so many
  await type(page, condition, "20");
  await expect(page.getByText("3 meet it")).toBeVisible();
  await expect(figureOf(page, "rise")).toHaveText("2");
  await page.keyboard.press("Enter");
  await isSaved(page);

  await page.reload();
  await ready(page);
  await expect(page.getByRole("heading", { level: 2, name: "Gold" })).toBeVisible();
  await expect(condition).toHaveValue("20");
  await expect(figureOf(page, "rise")).toHaveText("2");
});

test.describe("A draft that others write too", () => {
  test.use({ expectedErrors: [/status of 409 .*\/document/] }); // a save that comes second: it is merged, or there is no draft any more

  test("tells two people of each other, and neither writes over the other", async ({ signedIn }) => {
    test.slow(); // two people
    const company = await harborTools(["2025-03-31"], RULES);
    const [page, other] = [await signedIn(company.person("manager"), DESK), await signedIn(company.person("colleague"), DESK)];
    await beginDraft(page);
    await openStudio(page, "score:reach");
    await openStudio(other, "score:sales_points");
    await expect(other.getByText(`${company.person("manager").name} has it open too`)).toBeVisible();
    await expect(page.getByText(`${company.person("colleague").name} has it open too`)).toBeVisible();

    const weightOf = (window: Page) => window.getByRole("textbox", { name: "Weight, typed" });
    await weightOf(page).fill("70");
    await weightOf(other).fill("30");
    await isSaved(page);
    await isSaved(other);
    const news = page.getByText(`${company.person("colleague").name} changed this draft`);
    await expect(news).toBeVisible();
    await expect(page.getByText("30% of Score")).toBeHidden();
    await expect(page.getByText("70% of Score")).toBeVisible(); // of 70 and 30
    await expect(other.getByText("30% of Score")).toBeVisible();
    await page.getByRole("button", { name: "All right" }).click();
    await expect(news).toBeHidden();

    const { document } = await (await callApi(page, "GET", "/programs/main/versions/2")).json();
    expect(document.score.children.map(({ weight }: Criterion) => weight)).toEqual([30, 70]);
  });

  test("says that somebody discarded it, and takes nothing any more", async ({ signedIn }) => {
    const company = await harborTools(["2025-03-31"], RULES);
    const page = await signedIn(company.person("manager"), DESK);
    await beginDraft(page);
    await openStudio(page, "score:reach");
    await isSaved(page);
    const draft = await (await callApi(page, "GET", "/programs/main/versions/2")).json();
    expect((await callApi(page, "POST", "/programs/main/versions/2/discard", { data: { revision: draft.revision } })).status()).toBe(200);
    await page.getByRole("textbox", { name: "Weight, typed" }).fill("70");
    await expect(page.getByText("What you changed since is on this page only.")).toBeVisible();
  });
});

/** The controls of the editor that lie beyond its right edge, and so on top of what it does. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main fieldset")].flatMap((editor) =>
      [...editor.querySelectorAll("input, select, textarea, button, svg")]
        .filter((control) => control.getBoundingClientRect().right > editor.getBoundingClientRect().right + 1)
        .map((control) => control.getAttribute("aria-label") ?? control.outerHTML.slice(0, 80)),
    ),
  );
}

const PARTS = [
  "score:score",
  "score:reach",
  "tier:gold",
  "movement",
  "rules",
  "entitlements",
  "funds",
  "coverage",
  "metric:sales",
  "effort",
  "money",
  "program",
  "json",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every part of the studio is accessible, and fits a phone, ${colorScheme}`, async ({ signedIn }) => {
    test.setTimeout(360_000); // thirteen pages at two widths
    const company = await harborTools(["2025-03-31"], { ...RULES, ...FUNDED });
    const page = await signedIn(company.person("manager"), { ...DESK, colorScheme });
    await beginDraft(page);
    for (const part of PARTS) {
      await page.setViewportSize(DESK.viewport);
      await openStudio(page, part);
      await expect(page.getByText("3 partners of run 1, Mar 31, 2025")).toBeVisible();
      await expectNothingSerious(page, part);
      await page.setViewportSize(LAPTOP);
      expect(await stickingOut(page), `${part} stays in its column on a laptop`).toEqual([]);
      await page.setViewportSize(PHONE);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(excess, `${part} fits a phone`).toBe(0);
      await expectNothingSerious(page, `${part} on a phone`);
    }
  });
}
