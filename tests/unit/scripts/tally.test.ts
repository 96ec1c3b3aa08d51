import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { tallyPlaywright, tallyVitest } from "../../../scripts/testing/tally.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "tierline-tally-"));
const file = path.join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true }));

const ONE_FAILURE = { passed: 0, failed: 1 };

function vitestReport(passed: number, total: number, unloaded = 0): string {
  const testResults = Array.from({ length: unloaded }, () => ({ status: "failed", assertionResults: [] }));
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numTotalTests: total, testResults }));
  return file;
}

describe("a vitest report", () => {
  test("counts what passed", () => {
    expect(tallyVitest(vitestReport(3, 3), true)).toEqual({ passed: 3, failed: 0 });
  });
  test("counts a skipped test as failed, also when vitest is content", () => {
    expect(tallyVitest(vitestReport(2, 3), true)).toEqual({ passed: 2, failed: 1 });
  });
  test("counts a file that does not load as one failure", () => {
    expect(tallyVitest(vitestReport(2, 2, 1), false)).toEqual({ passed: 2, failed: 1 });
  });
  test("is a failure when nothing ran", () => {
    expect(tallyVitest(vitestReport(0, 0), true)).toEqual(ONE_FAILURE);
  });
  test("is a failure when vitest failed without a failed test", () => {
    expect(tallyVitest(vitestReport(2, 2), false)).toEqual({ passed: 2, failed: 1 });
  });
  test("is a failure when it was never written", () => {
    expect(tallyVitest(path.join(folder, "none.json"), false)).toEqual(ONE_FAILURE);
  });
});

describe("a Playwright report", () => {
  test("counts unexpected, flaky and skipped tests as failed", () => {
    writeFileSync(file, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } }));
    expect(tallyPlaywright(file, false)).toEqual({ passed: 5, failed: 6 });
  });
});
