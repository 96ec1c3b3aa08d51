import { describe, expect, test } from "vitest";
import { pastDayWords } from "@/components/define/past-day-words";
import { type Decided, runsGovernedFrom } from "@/lib/domain/define/past-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";

const day = (text: string) => IsoDate.parse(text);
const run = (number: number, asOf: string) => ({ number, asOf: day(asOf) });

const DECIDED: Decided = {
  today: day("2024-08-15"),
  runs: [run(4, "2024-06-30"), run(3, "2024-03-31"), run(2, "2023-12-31"), run(1, "2023-09-30")],
  versionsFrom: [day("2023-01-01"), day("2024-04-01")],
};
const governed = (from: string, decided = DECIDED) => runsGovernedFrom(from, decided)?.map(({ number }) => number) ?? null;

describe("the runs that a version from a past day on would have governed", () => {
  test.each([
    ["today and later there are none to speak of", "2024-08-15", null],
    ["as of the day itself", "2024-06-30", [4]],
    ["as of later days alone", "2024-07-01", []],
    ["up to the next version's first day", "2023-10-01", [3, 2]],
    ["from the day of another version: the later one governs", "2024-04-01", [4]],
    ["from before every version", "2022-01-01", []],
  ])("%s", (_name, from, numbers) => {
    expect(governed(from)).toEqual(numbers);
  });
});

describe("in words", () => {
  test("runs are named, many by the first and the last, and stay", () => {
    expect(pastDayWords("2024-08-15", DECIDED)).toBeNull();
    expect(pastDayWords("2024-07-01", DECIDED)).toBe("Jul 1, 2024 is past. No published run would have been evaluated by this version.");
    expect(pastDayWords("2024-06-01", DECIDED)).toBe(
      "Jun 1, 2024 is past. Had this version been in effect then, run 4 (as of Jun 30, 2024) would have been evaluated by it. It does not change; what is evaluated from now on as of such a day is evaluated by this version.",
    );
    expect(pastDayWords("2023-10-01", DECIDED)).toContain("run 2 (as of Dec 31, 2023) and run 3 (as of Mar 31, 2024) would have");
    expect(pastDayWords("2023-01-01", { ...DECIDED, versionsFrom: [] })).toContain(
      "4 published runs from run 1 (as of Sep 30, 2023) to run 4 (as of Jun 30, 2024) would have been evaluated by it. They do not change;",
    );
  });
});
