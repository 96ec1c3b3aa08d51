import { describe, expect, test } from "vitest";
import { endedWords, expiresSoonWords, overrideNews, overrideStateWords } from "@/components/score/override-words";
import { overridesAddress, readOverridesAddress } from "@/components/score/overrides-address";
import { targetPath } from "@/components/settings/audit-target";
import { doneWords } from "@/components/settings/audit-words";
import { type Override, OverrideState } from "@/lib/contracts/override";

function override(change: Partial<Override> = {}): Override {
  return {
    ...{ number: 7, state: "in_force", program: "main", partner: { code: "P 1", name: "Many Bikes" } },
    tier: { key: "gold", name: "Gold", rank: 2, of: 3 },
    qualified: { key: "silver", name: "Silver", rank: 1, of: 3 },
    ...{ reason: "strategic account", owner: "Olga Owner", expires: "2027-01-01", daysLeft: 90 },
    ...{ createdBy: "Mia", createdAt: "2026-06-01T09:00:00.000Z", ended: null },
    ...change,
  };
}

const SILVER = { key: "silver", name: "Silver" };
const OF_THE_RUN = { tier: "gold", reason: "strategic account", expires: "2027-01-01" };
const found = { override: OF_THE_RUN, overrideOwner: "Olga Owner", qualified: SILVER };
const notFound = { override: null, overrideOwner: null, qualified: SILVER };

describe("how an override stands beside what the run found", () => {
  test.each([
    ["none, and none found", { ...notFound, openOverride: null }],
    ["the one that the run found", { ...found, openOverride: override() }],
    ["one that expired before the run", { ...notFound, openOverride: override({ state: "expired", daysLeft: null }) }],
  ])("is no news: %s", (_, shown) => {
    expect(overrideNews(shown)).toBeNull();
  });

  const NEXT = {
    kind: "next",
    title: "Set by hand to Gold: takes effect with the next run",
    text: "Until Jan 1, 2027, by Olga Owner: strategic account",
  };
  test.each([
    ["made after the run", { ...notFound, openOverride: override() }, NEXT],
    ["another tier", { ...found, override: { ...OF_THE_RUN, tier: "silver" }, openOverride: override() }, NEXT],
    ["another reason", { ...found, override: { ...OF_THE_RUN, reason: "was another" }, openOverride: override() }, NEXT],
    ["another day", { ...found, override: { ...OF_THE_RUN, expires: "2026-12-01" }, openOverride: override() }, NEXT],
    ["another owner", { ...found, overrideOwner: "Somebody", openOverride: override() }, NEXT],
    [
      "a tier that is gone",
      { ...notFound, openOverride: override({ tier: { key: "platinum", name: "platinum", rank: null, of: 3 } }) },
      {
        kind: "powerless",
        title: "This override sets nothing",
        text: "Override 7 sets “platinum”, which is no tier of the version in effect. Set another tier, or end it.",
      },
    ],
    [
      "ended since the run",
      { ...found, openOverride: null },
      {
        kind: "over",
        title: "The override of this run has ended",
        text: "The next run decides by the figures, which qualify for Silver here.",
      },
    ],
    [
      "expired since the run",
      { ...found, openOverride: override({ state: "expired", daysLeft: null }) },
      {
        kind: "over",
        title: "The override of this run expired on Jan 1, 2027",
        text: "The next run decides by the figures, which qualify for Silver here.",
      },
    ],
  ])("is said: %s", (_, shown, news) => {
    expect(overrideNews(shown)).toEqual(news);
  });
});

test.each([
  [null, null],
  [61, null],
  [60, "in 60 days"],
  [2, "in 2 days"],
  [1, "tomorrow"],
])("%j days before its end: %j", (daysLeft, words) => {
  expect(expiresSoonWords({ daysLeft })).toBe(words);
});

test("every state has words", () => {
  expect(OverrideState.options.map(overrideStateWords)).toEqual(["In force", "Expired", "Ended"]);
});

test("an ended one says by whom, when and why, or by which other one", () => {
  const ended = { at: "2026-11-03T10:15:00.000Z", by: "Ada", reason: "the account left", replacedBy: null };
  expect(endedWords({ ended: null })).toBeNull();
  expect(endedWords({ ended })).toBe("Ended by Ada, Nov 3, 2026, 10:15 UTC: the account left");
  expect(endedWords({ ended: { ...ended, reason: null, replacedBy: 9 } })).toBe("Ended by Ada, Nov 3, 2026, 10:15 UTC, by override 9 in its place");
});

test("the trail says what was done, and leads to the partner's overrides", () => {
  expect([doneWords("override.create"), doneWords("override.end")]).toEqual(["Created", "Ended"]);
  expect(targetPath("override 7, partner P 1")).toBe("/score/overrides?state=all&partner=P%201");
});

test("the address of the list is read and written alike, and what nobody could have chosen is dropped", () => {
  expect(readOverridesAddress({})).toEqual({ program: "main", state: "in_force", partner: undefined, cursor: undefined, limit: 50 });
  expect(readOverridesAddress({ state: "gone", partner: " P1 " })).toMatchObject({ state: "in_force", partner: "P1" });
  expect(readOverridesAddress({ state: "all", cursor: "x" })).toMatchObject({ state: "all", cursor: "x" });
  expect(overridesAddress({ state: "in_force", partner: undefined })).toBe("/score/overrides");
  expect(overridesAddress({ state: "ended", partner: "P 1" }, "x")).toBe("/score/overrides?state=ended&partner=P+1&cursor=x");
});
