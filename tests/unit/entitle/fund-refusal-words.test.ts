import { describe, expect, it } from "vitest";
import { fundRefusalWords } from "@/components/entitle/fund-refusal-words";
import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import { toMinor } from "@/lib/domain/shared/money";

const about = { number: 7, benefit: "MDF", period: { from: "2013-12-01", until: "2014-03-01", year: 2014, quarter: 2 } };
const words = (refusal: FundRefusal) => fundRefusalWords(refusal);

describe("why something was not done to a fund", () => {
  it("writes money as the pages do", () => {
    const amounts = { currency: "USD", needed: toMinor(275_500_00), budget: toMinor(100_00) };
    expect(words({ code: "budget_too_small", ...amounts })).toContain("takes $275,500.00, and the budget is $100.00.");
    expect(words({ code: "adjusted_above_budget", ...amounts, currency: "JPY" })).toContain("takes ¥27,550,000, and the budget is ¥10,000.");
  });

  it("names the fund by its benefit and period, never by its number", () => {
    const all: FundRefusal[] = [
      { code: "period_has_fund", about },
      { code: "above_budget", about, currency: "USD", partner: "Many Bikes", left: toMinor(0), most: toMinor(10_00) },
      { code: "fund_changed", about },
      { code: "own_fund", about },
      ...(["draft", "submitted", "approved", "discarded"] as const).map(
        (status): FundRefusal => ({ code: "wrong_status", about, status, by: status === "draft" || status === "discarded" ? null : "Fay" }),
      ),
    ];
    for (const refusal of all) {
      expect(words(refusal)).toContain("MDF for Q2 FY2014");
      expect(words(refusal)).not.toMatch(/fund 7|null|undefined/i);
    }
  });

  it("says nothing of refusals that are not about funds", () => {
    expect(fundRefusalWords({})).toBeNull();
    expect(fundRefusalWords({ code: "no_weights" })).toBeNull();
  });
});
