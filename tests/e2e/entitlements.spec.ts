import { expect } from "@playwright/test";
import { MANAGER, PARTNER } from "./support/people";
import { test } from "./support/test";

test("a program shows what every tier is granted, and a scorecard what its partner is", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  await page.goto("/define");
  const matrix = page.getByRole("table", { name: "Entitlements by tier" });
  await expect(matrix.getByRole("columnheader")).toHaveText(["Benefit", "Elite", "Gold", "Silver", "Registered", "Owner"]);
  const mdf = matrix.getByRole("row").filter({ hasText: "Market development funds" });
  await expect(mdf.getByRole("cell")).toHaveText(["$25,000 a quarter", "$10,000 a quarter", "$2,500 a quarter", "–", "Channel marketing"]);

  await page.goto(`/score/partners/${PARTNER.partner}?run=1`); // Gold then
  const granted = page.getByRole("table", { name: "Entitlements" });
  await expect(granted.getByRole("columnheader")).toHaveText(["Benefit", "With Gold", "With Elite"]);
  await expect(granted.getByRole("row").filter({ hasText: "Rebate" }).getByRole("cell")).toHaveText(["2% of revenue", "3% of revenue"], {
    useInnerText: true,
  });
  await expect(granted.getByRole("row").filter({ hasText: "Co-marketing" }).getByRole("cell")).toHaveText(["Included", "the same"], {
    useInnerText: true,
  });
});

test("a partner reads on a phone what it gets, and what the next tier would add", async ({ signedIn }) => {
  const page = await signedIn(PARTNER, { viewport: { width: 360, height: 740 } });
  await page.goto("/scorecard?run=1");
  const gets = page.getByRole("region", { name: "What you get" });
  await expect(gets.getByText("What Gold grants you, and what Elite would.")).toBeVisible();
  const concierge = gets.getByRole("row").filter({ hasText: "Concierge support" });
  await expect(concierge.getByText("Elite: Included")).toBeVisible();
  await expect(gets).not.toContainText("Channel marketing"); // whom the benefit belongs to is the manufacturer's own
  await page.goto("/scorecard");
  await expect(page.getByRole("region", { name: "What you get" }).getByText("$25,000 a quarter")).toBeVisible();
});
