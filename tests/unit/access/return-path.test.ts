import { expect, test } from "vitest";
import { returnPath, signInPath } from "@/lib/auth/return-path";

test.each(["/score", "/score?tier=gold&page=2", "/partners/A%2FB"])("%s is where one comes back to", (next) => {
  expect(returnPath(next)).toBe(next);
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "score", "", null, undefined])(
  "%s leads home, not to another site",
  (next) => {
    expect(returnPath(next)).toBe("/");
    expect(signInPath(next)).toBe("/sign-in");
  },
);

test("a path is written so that its own query stays in it", () => {
  expect(new URL(signInPath("/score?a=1&b=2"), "http://x").searchParams.get("next")).toBe("/score?a=1&b=2");
});
