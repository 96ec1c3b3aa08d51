import type { Locator, Page } from "@playwright/test";

/** The value that stands under a term: "Score" of a scorecard, "The metric" of a page of records. */
export function figure(page: Page, term: string): Locator {
  return page.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd[1]");
}

/** All that is written in one place. */
export async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? "").trim();
}

/** A number as people read it: "$1,204.50" and "−20.00" are 1204.5 and -20. */
export function numberIn(text: string): number {
  const found = /[-−]?[\d,]+(?:\.\d+)?/.exec(text.replaceAll(/[$\u2060]/g, ""));
  if (found === null) throw new Error(`There is no number in "${text}".`);
  return Number(found[0].replaceAll(",", "").replace("−", "-"));
}

/** Money in ten-thousandths, so that sums are exact. */
export function moneyIn(text: string): number {
  return Math.round(numberIn(text) * 10_000);
}
