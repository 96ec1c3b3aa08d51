import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { callApi } from "./support/api";
import { harborTools } from "./support/harbor-tools";
import { ADMIN_PAGES, STAFF_PAGES } from "./support/pages";
import { ADMIN, MANAGER, PARTNER } from "./support/people";
import { test } from "./support/test";

const PARTNER_MOST = 150_000;
const STAFF_MOST = 200_000;

/** Bytes of the scripts that the page's HTML names, each gzipped. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  const html = await (await page.request.get(address)).text();
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const sources = new Set(tags.map(([, source]) => (source ?? "").replaceAll("&amp;", "&")));
  expect(sources.size).toBeGreaterThan(0);
  const sizes = await Promise.all([...sources].map(async (source) => gzipSync(await (await page.request.get(source)).body()).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test("a partner's pages load at most 150 kB of JavaScript", async ({ signedIn }) => {
  const page = await signedIn(PARTNER);
  for (const address of ["/scorecard", "/scorecard/records?metric=revenue&run=6"]) {
    expect(await scriptBytes(page, address), address).toBeLessThanOrEqual(PARTNER_MOST);
  }
});

test("every other page loads at most 200 kB of JavaScript", async ({ signedIn }) => {
  const page = await signedIn(MANAGER);
  for (const address of STAFF_PAGES) expect(await scriptBytes(page, address), address).toBeLessThanOrEqual(STAFF_MOST);
  const admin = await signedIn(ADMIN);
  for (const address of ADMIN_PAGES) expect(await scriptBytes(admin, address), address).toBeLessThanOrEqual(STAFF_MOST);
});

test("the studio loads at most 200 kB of JavaScript before anything is opened in it", async ({ signedIn }) => {
  const page = await signedIn((await harborTools()).person("manager"));
  expect((await callApi(page, "POST", "/programs/main/drafts", { data: { from: 1 } })).status()).toBe(201);
  const address = "/define/studio?program=main&version=2";
  expect(await scriptBytes(page, address), address).toBeLessThanOrEqual(STAFF_MOST);
});
