// Counts of what passed and failed, read from the reports that vitest and Playwright write. What did not run did not pass.
import { readFileSync } from "node:fs";

export const NOTHING = { passed: 0, failed: 0 };
export const PASSED = { passed: 1, failed: 0 };
export const FAILED = { passed: 0, failed: 1 };

export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** `ok`: whether vitest itself ended well. A file that could not even be loaded is one failure. */
export function tallyVitest(reportFile, ok) {
  const report = readReport(reportFile);
  if (!report) return FAILED;
  const unloaded = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  const failed = report.numTotalTests - report.numPassedTests + unloaded.length;
  return orFailed({ passed: report.numPassedTests, failed }, ok);
}

/** A flaky or skipped test counts as failed. */
export function tallyPlaywright(reportFile, ok) {
  const report = readReport(reportFile);
  if (!report) return FAILED;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return orFailed({ passed: expected, failed: unexpected + flaky + skipped }, ok);
}

/** A runner that failed without a failed test (an error between the tests) is one failure; so is a run of no tests. */
function orFailed(tally, ok) {
  const nothingRan = tally.passed + tally.failed === 0;
  return tally.failed === 0 && (!ok || nothingRan) ? add(tally, FAILED) : tally;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // the runner broke down before it could write one; its own words are on the screen
  }
}
