// A warning that nobody expected is a failure: a test that provokes one spies on the console and says what it expects.
import { afterEach, beforeEach, expect, vi } from "vitest";

const unexpected: string[] = [];

beforeEach(() => {
  unexpected.length = 0;
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => {
      unexpected.push(`console.${method}: ${values.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(unexpected).toEqual([]);
});
