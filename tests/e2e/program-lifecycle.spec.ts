import { expect, type Page } from "@playwright/test";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { Criterion, Program } from "@/lib/domain/define/program";
import { expectNothingSerious } from "./support/accessible";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { width: 360, height: 740 };
const VERSION_2 = "/programs/main/versions/2";

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

async function fitsAndIsAccessible(page: Page, where: string): Promise<void> {
  await expectNothingSerious(page, where);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${where} fits a phone`).toBe(true);
  await expectNothingSerious(page, `${where} on a phone`);
  await page.setViewportSize(DESK.viewport);
}

/** Begins version 2 as a copy of version 1, with another weight of reach. */
async function draftOf(page: Page, weight: number): Promise<ProgramVersion> {
  const draft: ProgramVersion = await (await callApi(page, "POST", "/programs/main/drafts", { data: { from: 1 } })).json();
  return save(page, draft, weight);
}

async function save(page: Page, { document, revision }: ProgramVersion, weight: number): Promise<ProgramVersion> {
  const text = JSON.stringify(document).replace(/("name":"Reach","weight":)\d+/, `$1${weight}`);
  const data = { revision, document: JSON.parse(text) };
  const answer = await callApi(page, "PUT", `${VERSION_2}/document`, { data });
  expect(answer.status()).toBe(200);
  return answer.json();
}

async function proposed(page: Page): Promise<void> {
  const { revision } = await draftOf(page, 100);
  expect((await callApi(page, "POST", `${VERSION_2}/simulation`, { data: {} })).status()).toBe(201);
  const data = { revision, effectiveFrom: "2025-07-01", note: "Reach counts twice" };
  expect((await callApi(page, "POST", `${VERSION_2}/propose`, { data })).status()).toBe(200);
}

test.describe("New rules", () => {
  test.use({ expectedErrors: [/status of 400 .*\/propose/] });

  test("are drafted, tried and proposed by one person, and approved by another", async ({ signedIn }) => {
    test.slow(); // two people, the studio, and every page checked at two widths
    const company = await harborTools(["2025-03-31"], RULES);
    const [manager, admin] = [await signedIn(company.person("manager"), DESK), await signedIn(company.person("admin"), DESK)];

    await manager.goto("/define");
    await ready(manager);
    await expect(manager.getByRole("heading", { level: 1 })).toContainText("In effect");
    await manager.getByRole("button", { name: "New draft from this version" }).click();
    await expect(manager).toHaveURL(/\/define\/studio\?program=main&version=2/);
    await manager.goto("/define/studio?program=main&version=2&at=score:reach");
    await ready(manager);
    await manager.getByRole("textbox", { name: "Weight, typed" }).fill("100");

    await manager.getByRole("button", { name: "Comments" }).click();
    const comments = manager.getByRole("dialog", { name: "Comments on draft 2" });
    await expect(comments.getByLabel("About")).toHaveValue("score.reach");
    await comments.getByLabel("Comment", { exact: true }).fill("Anchor was promised this.");
    await comments.getByRole("button", { name: "Add comment" }).click();
    await expect(comments.getByRole("list", { name: "Open comments" })).toContainText("Anchor was promised this.");
    await expect(comments.getByRole("status")).toHaveText("Your comment is added.");
    await expectNothingSerious(manager, "the comments of the studio");
    await manager.keyboard.press("Escape");
    await expect(manager.getByRole("button", { name: "Comments" })).toBeFocused();

    await manager.getByRole("button", { name: "Propose…" }).press("Enter");
    const dialog = manager.getByRole("dialog", { name: "Propose draft 2?" });
    await expect(dialog.getByText("1 of 3 partners changes its tier.")).toBeVisible();
    await fitsAndIsAccessible(manager, "the proposal");
    await dialog.getByRole("button", { name: "Propose" }).click();
    await expect(dialog.getByText("Say in at least 3 characters what changes and why.")).toBeVisible();
    await dialog.getByLabel("What changes, and why").fill("Reach counts twice as much.");
    await dialog.getByLabel("In effect from").fill("2025-07-01");
    await expect(dialog.getByText(/^Jul 1, 2025 is past\. /)).toBeVisible();
    await dialog.getByRole("button", { name: "Propose" }).click();
    const meant = dialog.getByRole("checkbox", { name: "It shall be in effect from this past day" });
    await expect(meant).toBeFocused(); // nothing is proposed before it is said
    await meant.check();
    await dialog.getByRole("button", { name: "Propose" }).click();

    await expect(manager.getByRole("heading", { level: 1 })).toContainText("Proposed");
    await expect(manager.getByText("You proposed it, so another manager or administrator must approve it.")).toBeVisible();
    await expect(manager.getByRole("button", { name: "Approve & publish…" })).toHaveCount(0);

    await admin.goto("/define");
    await expect(admin.getByRole("heading", { level: 1 })).toContainText("In effect");
    await admin.getByRole("link", { name: "Look at it" }).click();
    const next = admin.getByRole("region", { name: "Next: approve it, or send it back" });
    await expect(next).toContainText("to take effect from Jul 1, 2025");
    await expect(next.getByText(/^Jul 1, 2025 is past\. /)).toBeVisible();
    await expect(next.getByText("Reach counts twice as much.")).toBeVisible();
    await expect(next.getByText("1 of 3 partners changes its tier.")).toBeVisible();
    await expect(admin.getByRole("region", { name: "What changed since version 1" })).toContainText("Reach");
    await ready(admin);
    await fitsAndIsAccessible(admin, "a proposed version");

    await admin.getByRole("button", { name: "Resolve comment 1" }).click();
    await expect(admin.getByText("Comment 1 is resolved.")).toBeVisible();
    await admin.getByText("1 resolved comment").click();
    await expect(admin.getByRole("list", { name: "Resolved comments" })).toContainText(`Resolved by ${company.person("admin").name}`);

    await admin.getByRole("button", { name: "Approve & publish…" }).click();
    const approval = admin.getByRole("dialog", { name: "Approve and publish version 2?" });
    await expectNothingSerious(admin, "the approval");
    await approval.getByRole("button", { name: "Approve & publish" }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toContainText("In effect");
    await expect(admin.getByRole("heading", { level: 1 })).toBeFocused(); // the button has gone with the proposal
    await expect(admin.getByText("Version 2. In effect from Jul 1, 2025.")).toBeVisible();
    const versions = admin.getByRole("table", { name: "Versions of the program" });
    await expect(versions.getByRole("row").filter({ hasText: "version 1" })).toContainText("Replaced");
    await fitsAndIsAccessible(admin, "a published version");
  });
});

test("a proposal is sent back with a reason, is a draft again, and is given up", async ({ signedIn }) => {
  const company = await harborTools(["2025-03-31"], RULES);
  const [manager, colleague] = [await signedIn(company.person("manager"), DESK), await signedIn(company.person("colleague"))];
  await proposed(manager);

  await colleague.goto("/define?program=main&version=2");
  await ready(colleague);
  await colleague.getByRole("button", { name: "Send back…" }).click();
  const sending = colleague.getByRole("dialog", { name: "Send back version 2?" });
  await sending.getByLabel("Reason").fill("Beacon would never reach silver");
  await sending.getByRole("button", { name: "Send back" }).click();
  await expect(colleague.getByRole("heading", { level: 1 })).toContainText("Draft");

  await manager.goto("/define?program=main&version=2");
  await ready(manager);
  await expect(manager.getByRole("region", { name: "Next: edit and propose it" })).toBeVisible();
  await expect(manager.getByRole("list", { name: "Open comments" })).toContainText("Beacon would never reach silver");
  await fitsAndIsAccessible(manager, "a draft");
  await manager.getByRole("button", { name: "Discard…" }).click();
  await manager.getByRole("dialog", { name: "Discard draft 2?" }).getByRole("button", { name: "Discard" }).click();
  const versions = manager.getByRole("table", { name: "Versions of the program" });
  await expect(versions.getByRole("row").filter({ has: manager.getByRole("cell") })).toHaveCount(1);
  await expect(manager.getByRole("heading", { level: 1 })).toContainText("In effect");
});

test("what a colleague changes meanwhile is simulated again before it is proposed", async ({ signedIn }) => {
  const company = await harborTools(["2025-03-31"], RULES);
  const [manager, colleague] = [await signedIn(company.person("manager")), await signedIn(company.person("colleague"))];
  const draft = await draftOf(manager, 100);
  await manager.goto("/define/studio?program=main&version=2");
  await ready(manager);
  await manager.getByRole("button", { name: "Propose…" }).click();
  const dialog = manager.getByRole("dialog", { name: "Propose draft 2?" });
  await expect(dialog.getByText("1 of 3 partners changes its tier.")).toBeVisible();

  await save(colleague, draft, 50);
  await expect(dialog.getByText("The draft or the partners changed")).toBeVisible({ timeout: 20_000 }); // the studio looks every few seconds
  await expect(dialog.getByRole("button", { name: "Propose" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Simulate again" }).click();
  await expect(dialog.getByText("None of 3 partners changes its tier.")).toBeVisible();
  await dialog.getByLabel("What changes, and why").fill("Nothing but the note");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText("Proposed");
});

test("rules that contradict themselves are not proposed: what is to mend is listed", async ({ signedIn }) => {
  const page = await signedIn((await harborTools(["2025-03-31"], RULES)).person("manager"));
  const draft = await draftOf(page, 100);
  const tiers = draft.document.tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score", atLeast: 101 } } : tier));
  await callApi(page, "PUT", `${VERSION_2}/document`, { data: { revision: draft.revision, document: { ...draft.document, tiers } } });
  await page.goto("/define?program=main&version=2");
  await page.getByRole("region", { name: "Next: mend 1 contradiction" }).getByRole("link", { name: "Edit draft" }).click();
  await expect(page).toHaveURL(/studio/);
  await ready(page);
  await page.getByRole("button", { name: "Propose…" }).click();
  const dialog = page.getByRole("dialog", { name: "Propose draft 2?" });
  await expect(dialog.getByRole("alert")).toContainText("tiers.gold");
  await expect(dialog.getByRole("button", { name: "Propose" })).toBeDisabled();
});

test("before any run is published, one person publishes from the studio, and is told why that is enough", async ({ signedIn }) => {
  const page = await signedIn((await harborTools([], RULES)).person("manager"));
  await draftOf(page, 100);
  await page.goto("/define/studio?program=main&version=2");
  await ready(page);
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish draft 2?" });
  await expect(dialog.getByText(/^No run is published yet/)).toBeVisible();
  await expect(dialog.getByLabel("In effect from")).toHaveValue("2025-01-01");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("In effect");
});

test("finance reads a proposal and speaks of it, and decides nothing", async ({ signedIn }) => {
  const company = await harborTools(["2025-03-31"], RULES);
  await proposed(await signedIn(company.person("manager")));
  const finance = await signedIn(company.person("finance"));
  await finance.goto("/define?program=main&version=2");
  await ready(finance);
  await expect(finance.getByText("A channel manager or an administrator other than its proposer approves it.")).toBeVisible();
  for (const name of ["Approve & publish…", "Send back…", "New draft from this version"]) {
    await expect(finance.getByRole("button", { name })).toHaveCount(0);
  }
  await finance.getByLabel("Comment", { exact: true }).fill("It costs nothing.");
  await finance.getByLabel("About").selectOption("Tier: Gold");
  await finance.getByRole("button", { name: "Add comment" }).click();
  await expect(finance.getByRole("list", { name: "Open comments" })).toContainText("Tier: Gold");
});
