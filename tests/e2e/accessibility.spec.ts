import { expect } from "@playwright/test";
import { expectNothingSerious } from "./support/accessible";
import { callApi } from "./support/api";
import { harborTools, newCompany } from "./support/harbor-tools";
import { ADMIN_PAGES, STAFF_PAGES } from "./support/pages";
import { ADMIN, MANAGER, PARTNER } from "./support/people";
import { ready, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

const MANAGER_PAGES = [
  ...STAFF_PAGES,
  "/score?search=nobody%20is%20called%20so",
  `/score/partners/${PARTNER.partner}/records?metric=revenue&run=6&side=left_out`,
  "/score/partners/NOBODY",
];
const PARTNER_PAGES = ["/scorecard", "/scorecard/records?metric=revenue&run=6", "/scorecard?run=99", "/scorecard/account"];
const EMPTY_PAGES = ["/", "/score", "/score/runs", "/measure", "/measure/imports", "/define", "/entitle", "/entitle/funds"];
/** A check of a page takes seconds: so many fit into the time of one test. */
const PAGES_A_TEST = 7;

function inParts(pages: readonly string[]): string[][] {
  return pages.flatMap((_, place) => (place % PAGES_A_TEST === 0 ? [pages.slice(place, place + PAGES_A_TEST)] : []));
}

const PHONE = { viewport: { width: 360, height: 740 } };

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`Accessibility, ${colorScheme}`, () => {
    test.use({ expectedErrors: [/status of 404/], colorScheme });

    for (const [first = "", ...others] of inParts(MANAGER_PAGES)) {
      test(`the pages of a manager from ${first} on have no serious fault, ${colorScheme}`, async ({ signedIn }) => {
        test.slow(); // several pages
        const staff = await signedIn(MANAGER, { colorScheme });
        for (const address of [first, ...others]) {
          await staff.goto(address);
          await expectNothingSerious(staff, address);
        }
      });
    }

    test(`the sign-in page has no serious fault, ${colorScheme}`, async ({ page }) => {
      await page.goto("/sign-in");
      await expectNothingSerious(page, "/sign-in");
    });

    test(`the pages of an administrator, and a link that opens nothing, have no serious fault, ${colorScheme}`, async ({ signedIn, page }) => {
      await page.goto("/invitation/nobody-was-sent-this");
      await expectNothingSerious(page, "an invitation");
      const admin = await signedIn(ADMIN, { colorScheme });
      for (const address of ADMIN_PAGES) {
        await admin.goto(address);
        await expectNothingSerious(admin, address);
      }
    });

    test(`the pages of a partner on a phone have no serious fault, ${colorScheme}`, async ({ signedIn }) => {
      const partner = await signedIn(PARTNER, { colorScheme, ...PHONE });
      for (const address of PARTNER_PAGES) {
        await partner.goto(address);
        await expectNothingSerious(partner, address);
      }
      await partner.goto("/scorecard");
      await partner.getByRole("banner").locator("summary").click();
      await expect(partner.getByRole("button", { name: "Sign out" })).toBeVisible();
      await expectNothingSerious(partner, "the account menu");
    });

    test(`an import that waits, a draft, its dialog and empty pages have no serious fault, ${colorScheme}`, async ({ signedIn }) => {
      test.slow(); // two organizations
      const page = await signedIn((await harborTools()).person("manager"), { colorScheme });
      const data = "partner_code,sku,sale_date,units,net_amount\nHT-2,SAW,yesterday,1,1\nHT-2,LATHE,2025-05-01,1,1\n";
      const sent = await callApi(page, "POST", "/imports?kind=pos&name=faulty.csv", { data, headers: { "content-type": "text/csv" } });
      const { number } = await sent.json();
      await page.goto(`/measure/imports/${number}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Waits for your word", { timeout: 30_000 });
      await expectNothingSerious(page, "an import that waits");
      await callApi(page, "POST", "/runs", { data: { asOf: "2025-06-30" } });
      await page.goto("/score/runs/2");
      await ready(page);
      await page.getByRole("button", { name: "Publish…" }).click();
      await expectNothingSerious(page, "the publish dialog");

      const empty = await signedIn((await newCompany()).person("manager"), { colorScheme });
      for (const address of EMPTY_PAGES) {
        await empty.goto(address);
        await expectNothingSerious(empty, `${address} of a new organization`);
      }
    });
  });
}
