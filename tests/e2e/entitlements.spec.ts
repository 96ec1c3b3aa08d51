import { expect } from "@playwright/test";
import { moneyIn, numberIn } from "./support/figures";
import { MANAGER, PARTNER } from "./support/people";
import { test } from "./support/test";

test("a program shows what every tier is granted, and a scorecard what its partner is", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/define");
  const matrix = page.getByRole("table", { name: "Entitlements by tier" });
  await expect(matrix.getByRole("columnheader")).toHaveText(["Benefit", "Elite", "Gold", "Silver", "Registered", "Owner"]);
  const mdf = matrix.getByRole("row").filter({ hasText: "Market development funds" });
  await expect(mdf.getByRole("cell")).toHaveText(["$3,000 a quarter", "$1,000 a quarter", "$250 a quarter", "–", "Channel marketing"]);

  await page.goto(`/score/partners/${PARTNER.partner}?run=5`); // Gold then
  const granted = page.getByRole("table", { name: "Entitlements" });
  await expect(granted.getByRole("columnheader")).toHaveText(["Benefit", "With Gold", "With Elite"]);
  await expect(granted.getByRole("row").filter({ hasText: "Rebate" }).getByRole("cell")).toHaveText(["2% of revenue", "3% of revenue"], {
    useInnerText: true,
  });
  await expect(granted.getByRole("row").filter({ hasText: "Co-marketing" }).getByRole("cell")).toHaveText(["Included", "the same"], {
    useInnerText: true,
  });
});

test("what the matrix promises adds up, and each count leads to its partners", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name: "Entitle" }).click();
  const promised = page.getByRole("table", { name: "Market development funds promised" });
  const rows = promised.getByRole("row").filter({ has: page.getByRole("cell") });
  await expect(rows).toHaveCount(5);
  const read = (await rows.allInnerTexts()).map((row) => row.split("\t").map((cell) => cell.trim()));
  expect(read.map(([tier]) => tier)).toEqual(["Elite", "Gold", "Silver", "Registered", "All tiers"]);
  const [elite, gold, silver, registered, all] = read.map(([, partners, each, together]) => ({
    ...{ partners: numberIn(partners ?? ""), each, together: moneyIn(together ?? "") },
  }));
  expect([elite?.each, gold?.each, silver?.each, registered?.each]).toEqual(["$3,000.00", "$1,000.00", "$250.00", "–"]);
  expect(elite?.together).toBe((elite?.partners ?? 0) * 3_000_0000);
  const tiers = [elite, gold, silver, registered];
  expect(all?.partners).toBe(tiers.reduce((sum, tier) => sum + (tier?.partners ?? 0), 0));
  expect(all?.together).toBe(tiers.reduce((sum, tier) => sum + (tier?.together ?? 0), 0));

  await promised.getByRole("link").first().click();
  await expect(page.getByText(`${elite?.partners} partners of 701`)).toBeVisible();
});

test("a partner reads on a phone what it gets, and what the next tier would add", async ({ signedIn }) => {
  const page = await signedIn(PARTNER, { viewport: { width: 360, height: 740 } });
  await page.goto("/scorecard?run=5");
  const gets = page.getByRole("region", { name: "What you get" });
  await expect(gets.getByText("What Gold grants you, and what Elite would.")).toBeVisible();
  const concierge = gets.getByRole("row").filter({ hasText: "Concierge support" });
  await expect(concierge.getByText("Elite: Included")).toBeVisible();
  await expect(gets).not.toContainText("Channel marketing"); // whom the benefit belongs to is the manufacturer's own
  await page.goto("/scorecard");
  await expect(page.getByRole("region", { name: "What you get" }).getByText("$3,000 a quarter")).toBeVisible();
});
