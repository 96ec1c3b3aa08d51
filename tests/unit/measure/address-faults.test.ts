import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageAddress, MEASURES, readCoverageAddress } from "@/components/activate/coverage-address";
import { dashboardFaults, readDashboardAddress } from "@/components/measure/dashboard-address";
import { readStandingsAddress } from "@/components/score/standings-address";
import { addressFaults } from "@/components/shell/address-faults";
import { faultWords } from "@/components/shell/address-notice";

const quarter = (n: number) => ({ year: 2014, quarter: n, from: `2013-0${n * 3}-01`, until: `2013-0${n * 3 + 3}-01`, isComplete: true, run: n });
const ANSWER = { quarters: [quarter(1), quarter(2)], selected: 1, against: 0 };

describe("what of an address comes to nothing", () => {
  it("is nothing of an address that the pages themselves write", () => {
    const address = fc.record({
      run: fc.integer({ min: 1, max: 999 }),
      measure: fc.constantFrom(...MEASURES),
      page: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(address, (change) => {
        const written = new URL(coverageAddress("gaps", readCoverageAddress({}), { ...change, state: "thin" }), "http://here.invalid");
        const params = Object.fromEntries(written.searchParams);
        expect(addressFaults(params, readCoverageAddress(params))).toEqual([]);
      }),
    );
  });

  it("is what cannot be read, by its name and as it was given", () => {
    const params = { run: "abc", sort: "nonsense", borderline: "false", search: " bike ", utm_source: "mail" };
    expect(addressFaults(params, readStandingsAddress(params))).toEqual([
      { name: "run", given: "abc", kind: "unknown" },
      { name: "sort", given: "nonsense", kind: "unknown" },
    ]);
  });

  it.each([
    ["no day", { quarter: "banana" }, "unknown"],
    ["a day on which no quarter begins", { quarter: "2013-06-02" }, "unknown"],
    ["a quarter to compare with that does not exist", { against: "1999-01-01" }, "unknown"],
    ["a comparison with itself", { against: "2013-06-01" }, "itself"],
  ] as const)("is %s, on a dashboard", (_, params, kind) => {
    expect(dashboardFaults(params, readDashboardAddress(params), ANSWER)).toMatchObject([{ kind }]);
  });

  it("is not a quarter that is shown", () => {
    const params = { quarter: "2013-06-01", against: "2013-03-01" };
    expect(dashboardFaults(params, readDashboardAddress(params), ANSWER)).toEqual([]);
  });
});

describe("the words", () => {
  it("say what was given and what is shown", () => {
    expect(faultWords({ name: "quarter", given: "banana", kind: "unknown" }, "Q2 FY2014")).toBe(
      "The address names a quarter that does not exist (“banana”); this shows Q2 FY2014.",
    );
    expect(faultWords({ name: "against", given: "2013-06-01", kind: "itself" }, "Q1 FY2014")).toBe(
      "The address compares a quarter with itself; this shows Q1 FY2014.",
    );
    expect(faultWords({ name: "sort", given: "x".repeat(999), kind: "unknown" }, undefined).length).toBeLessThan(160);
  });
});
