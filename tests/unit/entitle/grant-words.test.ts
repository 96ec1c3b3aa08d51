import { expect, test } from "vitest";
import { grantWords } from "@/components/entitle/grant-words";
import type { GrantValue } from "@/lib/domain/entitle/grant-value";

test.each<[GrantValue | null, string]>([
  [null, "–"],
  [{ type: "amount", amount: 25_000, per: "quarter" }, "$25,000 a quarter"],
  [{ type: "amount", amount: 99.5, per: "activity" }, "$99.50 an activity"],
  [{ type: "rate", bps: 150 }, "1.5% of revenue"],
  [{ type: "rate", bps: 200 }, "2% of revenue"],
  [{ type: "time", within: 1, unit: "days" }, "Within 1 day"],
  [{ type: "time", within: 48, unit: "hours" }, "Within 48 hours"],
  [{ type: "level", level: "First choice" }, "First choice"],
  [{ type: "included" }, "Included"],
])("%j reads %s", (value, words) => {
  expect(grantWords(value, "USD")).toBe(words);
});
