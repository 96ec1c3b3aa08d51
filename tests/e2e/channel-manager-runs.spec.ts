import { expect, type Page } from "@playwright/test";
import { callApi } from "./support/api";
import { figure } from "./support/figures";
import { harborTools } from "./support/harbor-tools";
import { ready, test } from "./support/test";

const NEW_SALES = "partner_code,sku,sale_date,units,net_amount\nHT-2,SAW,2025-05-10,1,300.00\nHT-3,DRILL,2025-05-11,-1,-500.00\n";

/** Beacon Tools sells 300 more, and Cove Hardware takes 500 back. */
async function importNewSales(page: Page): Promise<void> {
  const sent = await callApi(page, "POST", "/imports?kind=pos&name=may.csv", { data: NEW_SALES, headers: { "content-type": "text/csv" } });
  expect(sent.status()).toBe(202);
  const { number } = await sent.json();
  const status = async () => (await (await callApi(page, "GET", `/imports/${number}`)).json()).batch.status;
  await expect.poll(status, { timeout: 30_000 }).toBe("published");
}

async function evaluate(page: Page, asOf: string): Promise<void> {
  await page.goto("/score/runs");
  await ready(page);
  await page.getByLabel("As of").fill(asOf);
  await page.getByRole("button", { name: "Evaluate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Draft");
}

test.describe("From a draft to published tiers", () => {
  test.use({ expectedErrors: [/status of 409 .*\/publish/] });

  test("a draft shows who moves and why, publishing it is one step, and an older draft is told that it came too late", async ({ signedIn }) => {
    test.slow(); // three people
    const company = await harborTools();
    const [page, colleague, owner] = [
      await signedIn(company.person("manager")),
      await signedIn(company.person("colleague")),
      await signedIn(company.person("owner")),
    ];
    await expect(owner.getByRole("list", { name: "Tiers, lowest first" }).getByText("you are here")).toBeVisible();
    await importNewSales(page);

    await evaluate(colleague, "2025-05-31");
    await expect(colleague.getByRole("heading", { level: 1 })).toContainText("Run 2");

    await evaluate(page, "2025-06-30");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Run 3");
    await expect(page.getByText("The data does not reach Jun 30, 2025")).toBeVisible(); // the newest sale is of May 11
    const moves = page.getByRole("region", { name: "Who moves and why" });
    const beacon = moves.getByRole("row").filter({ hasText: "Beacon Tools" });
    await expect(beacon).toContainText("Promoted");
    await expect(beacon).toContainText("10.0 → 40.0");
    const cove = moves.getByRole("row").filter({ hasText: "Cove Hardware" });
    await expect(cove).toContainText("Demoted");
    await expect(cove).toContainText("90.0 → 40.0");
    await expect(moves.getByRole("row").filter({ hasText: "Anchor Supply" })).toHaveCount(0);

    await owner.reload();
    await expect(owner.getByText("As of Mar 31, 2025.")).toBeVisible(); // a draft is nobody's result yet

    await page.getByRole("button", { name: "Publish…" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish run 3?" });
    await expect(dialog).toContainText("1 partner is promoted, 1 demoted and 0 held, as of Jun 30, 2025.");
    await expect(dialog).toContainText("The newest POS line is of May 11, 2025, 50 days before.");
    await dialog.getByLabel("Note").fill("Second quarter, agreed in the partner board");
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Published");
    await expect(figure(page, "Note")).toHaveText("Second quarter, agreed in the partner board");
    await expect(page.getByRole("button", { name: "Publish…" })).toHaveCount(0);

    await colleague.getByRole("button", { name: "Publish…" }).click();
    const late = colleague.getByRole("dialog", { name: "Publish run 2?" });
    await late.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(late).toContainText(`Run 3 was published by ${company.person("manager").name} after run 2 was evaluated. Nothing was published`);
    await late.getByRole("button", { name: "Cancel" }).click(); // until the reason is read, the page below stays as it is
    await expect(colleague.getByText("Another run was published meanwhile")).toBeVisible();
    await colleague.reload();
    await expect(colleague.getByRole("heading", { level: 1 })).toContainText("Overtaken draft");
    await expect(colleague.getByRole("button", { name: "Publish…" })).toBeDisabled();
    await colleague.getByRole("button", { name: "Discard…" }).click();
    await colleague.getByRole("dialog", { name: "Discard run 2?" }).getByRole("button", { name: "Discard", exact: true }).click();
    await expect(colleague.getByRole("heading", { level: 1 })).toContainText("Discarded");
    await expect(colleague.getByRole("button", { name: "Publish…" })).toHaveCount(0);

    await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Score" }).click();
    await expect(page.getByText("as of Jun 30, 2025")).toBeVisible();
    const standings = page.getByRole("table", { name: "Standings" });
    await expect(standings.getByRole("row").filter({ hasText: "Beacon Tools" })).toContainText("from Registered");
    await owner.reload();
    await expect(owner.getByText("As of Jun 30, 2025.")).toBeVisible();
    await expect(owner.getByText(/^Promoted from Registered to Silver/)).toBeVisible();
  });
});

test("evaluating the same inputs again gives the draft that is there", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  await evaluate(page, "2025-06-30");
  const hash = await figure(page, "Input hash").textContent();
  await evaluate(page, "2025-06-30");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Run 2");
  await expect(figure(page, "Input hash")).toHaveText(hash ?? "");
});
