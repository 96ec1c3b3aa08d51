import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.mjs";

// `npm test` starts the application and sets BASE_URL; against one of your own: BASE_URL=http://localhost:3000 npx playwright test
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000, // a busy machine must not fail a journey that goes through
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    launchOptions: await findBrowser(),
    locale: "en-US",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
