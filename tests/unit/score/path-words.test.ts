import { describe, expect, test } from "vitest";
import type { CheckNames } from "@/components/score/check-words";
import { effortAmountWords, followWords, leadWords, rangeWords, stepWords } from "@/components/score/path-step-words";
import { adviceWords, assumptionWords, outcomeWords, pathTitle, wayTitle } from "@/components/score/path-words";
import { shownWays } from "@/components/score/shown-ways";
import type { PathAnswer, PathKind, PathStep, PathWay } from "@/lib/contracts/path";
import type { MetricSource } from "@/lib/domain/define/metric";

const YEAR = { kind: "trailingMonths", months: 12 } as const;
const REVENUE: MetricSource = { kind: "posRevenue", window: YEAR };

function step(source: MetricSource, overrides: Partial<PathStep> = {}): PathStep {
  return { key: "m", name: "Metric", unit: "count", betterWhen: "higher", source, from: 1, to: 3, leadDays: 60, effort: 24, ...overrides };
}

function way(overrides: Partial<PathWay> = {}): PathWay {
  return {
    ...{ steps: [step(REVENUE)], follows: [], effort: 24, easiest: true, leadDays: 60, countsOn: "2014-01-29", review: "2014-03-31" },
    ...{ inTime: false, score: 70, qualifies: { key: "gold", name: "Gold" }, ...overrides },
  };
}

function path(kind: PathKind, overrides: Partial<PathAnswer> = {}): PathAnswer {
  return {
    partner: { code: "P1", name: "Many Bikes" },
    run: { number: 3, asOf: "2013-11-30" },
    program: { key: "main", name: "Program", version: 1, currency: "USD", scoreDecimals: 1, effortUnit: "days of work" },
    ...{ kind, tier: { key: "gold", name: "Gold" }, by: "2013-12-31", isByAsked: false, ways: [], firstReview: null, missing: [] },
    ...{ others: "none", hasSeats: false, ...overrides },
  };
}

const NAMES: CheckNames = { nodes: {}, metrics: { people: { name: "Certified people", unit: "count" } }, currency: "USD", scoreDecimals: 1 };
const LADDER = ["silver", "gold", "elite"].map((key) => ({ key, name: key, verdict: "short" as const, check: null, seats: null }));
const scorecard = (held: string) => ({
  organization: { name: "Wheels", isDemo: false },
  tier: { key: held, name: held, rank: 1, of: 3 },
  tiers: LADDER,
});
const told = (answer: PathAnswer) =>
  (["partner", "staff"] as const).map((reader) => adviceWords(answer, { reader, names: NAMES, scorecard: scorecard("silver") }));

describe("a step is said as what to do", () => {
  const money = { unit: "money", from: 310_000, to: 350_000 } as const;
  test.each<[PathStep, string]>([
    [step(REVENUE, money), "Sell $40,000 more"],
    [step(REVENUE, { ...money, from: null }), "Sell $350,000"],
    [step({ ...REVENUE, filter: { lines: ["Road"] } }, { ...money, name: "Road bikes" }), "Sell $40,000 more, counted as “Road bikes”"],
    [step({ ...REVENUE, rates: [{ from: null, bps: 5000 }] }, { ...money, name: "Net" }), "Sell $40,000 more, counted as “Net”"],
    [step({ kind: "posUnits", window: YEAR }, { unit: "units", from: 99, to: 100 }), "Sell 1 unit more"],
    [step({ kind: "activeRegions", window: YEAR }), "Sell into 2 more regions"],
    [step({ kind: "activeRegions", window: YEAR }, { from: null, to: 1 }), "Sell into 1 region"],
    [step({ kind: "activeMonths", window: YEAR }, { from: 2 }), "Sell in 1 more month"],
    [step({ kind: "openPipeline", origin: "any" }, money), "Open opportunities worth $40,000 more"],
    [step({ kind: "openPipeline", origin: "sourced" }, money), "Open sourced opportunities worth $40,000 more"],
    [step({ kind: "certifiedPeople" }), "Certify 2 more people"],
    [
      step({ kind: "certifiedPeople", tracks: ["Sales", "Service"], minLevel: 2 }, { from: 2 }),
      "Certify 1 more person in Sales or Service, level 2 or higher",
    ],
    [step({ kind: "winRate", window: YEAR, by: "count" }, { name: "Win rate", unit: "percent", from: 30, to: 35 }), "Raise Win rate to 35%"],
    [step(observed(), { name: "Days of supply", unit: "days", betterWhen: "lower", from: 40, to: 36 }), "Lower Days of supply by 4 days"],
    [step(observed(), { name: "Audits, passed", from: null }), "Raise “Audits, passed” to 3"],
  ])("%#", (one, words) => {
    expect(stepWords(one, "USD")).toBe(words);
  });

  test("with where it starts and ends, over which days, when it counts and what it takes", () => {
    expect(rangeWords(step(REVENUE, money), "USD")).toBe("from $310,000 to $350,000 in the last 12 months");
    expect(rangeWords(step({ kind: "certifiedPeople" }, { from: null }), "USD")).toBe("to 3, without data so far");
    expect([leadWords(0), leadWords(1), leadWords(60)]).toEqual(["at once", "in about 1 day", "in about 60 days"]);
    expect([effortAmountWords(24, "days of work"), effortAmountWords(1.5, null)]).toEqual(["24 days of work", "effort 1.5"]);
    const growth = step({ kind: "posGrowth", window: YEAR }, { name: "Growth", unit: "percent", from: 3, to: 16 });
    expect(followWords(growth, "USD")).toBe("Growth moves along, from 3% to 16%.");
  });

  function observed(): MetricSource {
    return { kind: "observation", metric: "m", aggregate: "latest", window: YEAR };
  }
});

describe("of every advice there is a sentence", () => {
  test.each<[PathAnswer, string, string]>([
    [
      path("highest", { tier: null, by: null }),
      "There is no tier above, and your figures qualify for this one.",
      "There is no tier above, and its figures qualify for this one.",
    ],
    [
      path("reached"),
      "Your figures qualify for Gold already. Whether it follows is up to the program's rules of movement, at the earliest the next review, Dec 31, 2013.",
      "Its figures qualify for Gold already. Whether it follows is up to the program's rules of movement, at the earliest the next review, Dec 31, 2013.",
    ],
    [
      path("seats_taken"),
      "You meet what Gold asks, and all its seats are taken by higher scores. A higher score may win one.",
      "It meets what Gold asks, and all its seats are taken by higher scores. A higher score may win one.",
    ],
    [
      path("depends_on_others"),
      "Whether you reach Gold depends on how other partners do, so that no way there can be promised.",
      "Whether it reaches Gold depends on how other partners do, so that no way there can be promised.",
    ],
    [
      path("no_effort"),
      "Wheels has not stated yet what it takes to better each number, so no way to Gold can be worked out.",
      "The program does not say what it takes to better a metric, so no way to Gold can be worked out. State it under Effort in the studio.",
    ],
  ])("%#", (answer, toPartner, toStaff) => {
    expect(told(answer)).toEqual([toPartner, toStaff]);
  });

  test("beyond what can be looked at nothing is guessed", () => {
    expect(told(path("too_complex"))[0]).toMatch(/^There are more ways to Gold than can be looked at, and a guess might be wrong\./);
  });

  test("out of reach is what lacks in the end, of a ladder's lower tiers too", () => {
    const lacking = (subject: string, need: number, gap: number) => ({
      subject,
      op: ">=" as const,
      verdict: "short" as const,
      have: need - gap,
      need,
      gap,
    });
    const score = { kind: "score" as const, ...lacking("score", 70, 3.6) };
    const people = { kind: "metric" as const, ...lacking("people", 2, 1) };
    const missing = [
      { key: "silver", name: "Silver", verdict: "short" as const, check: people, seats: null },
      {
        ...{ key: "gold", name: "Gold", verdict: "short" as const, check: score },
        seats: { seats: 1, seated: false, competing: null, place: null },
      },
    ];
    expect(told(path("out_of_reach", { missing }))[1]).toBe(
      "Not possible for now. Even with everything bettered as far as can be hoped for, Gold would lack 1 of Certified people, which Silver below it asks; 3.6 points of score and a seat.",
    );
  });

  test("a tier that is held already does not wait for anything", () => {
    const held = { reader: "staff", names: NAMES, scorecard: scorecard("elite") } as const;
    expect(adviceWords(path("reached"), held)).toBe("Its figures qualify for Gold, and it has it already.");
  });

  test("of ways it says whether one is in time, or which review is the first", () => {
    const [early, late, costly] = [way({ inTime: true }), way(), way({ inTime: true, easiest: false })];
    expect(told(path("paths", { ways: [late, early] }))[0]).toBe("Possible by the next review, Dec 31, 2013.");
    expect(told(path("paths", { ways: [late, costly] }))[0]).toBe("Possible by the next review, Dec 31, 2013, but not in the easiest way.");
    expect(told(path("paths", { ways: [late], firstReview: "2014-03-31" }))[0]).toBe(
      "Not possible by the next review, Dec 31, 2013. The first review at which it can count is on Mar 31, 2014.",
    );
    expect(told(path("paths", { ways: [late], isByAsked: true }))[0]).toBe("Not possible by Dec 31, 2013.");
  });
});

describe("a way", () => {
  test("is the easiest one, or one instead of it", () => {
    const answer = path("paths", { ways: [way(), way(), way({ easiest: false }), way({ easiest: false, inTime: true })] });
    expect(answer.ways.map((one) => wayTitle(one, answer))).toEqual([
      "The easiest way",
      "Or instead, for the same effort",
      "Or instead, for more effort",
      "Or instead in time, for more effort",
    ]);
    const alone = path("paths", { ways: [way()] });
    expect(alone.ways.map((one) => wayTitle(one, alone))).toEqual(["The way"]);
  });

  test("is looked at first where none takes less, or as the easiest one in time", () => {
    const [easiest, tie, costly, inTime, more] = [way(), way(), way({ easiest: false }), ...[1, 2].map(() => way({ easiest: false, inTime: true }))];
    if (inTime === undefined || more === undefined) throw new Error("a way is lacking");
    expect(shownWays([easiest, tie, costly, inTime, more])).toEqual({ shown: [easiest, tie, inTime], others: [costly, more] });
    const early = way({ inTime: true });
    expect(shownWays([easiest, early, costly, inTime])).toEqual({ shown: [easiest, early], others: [costly, inTime] });
    expect(shownWays([])).toEqual({ shown: [], others: [] });
  });

  test("says when it counts, the score then, and a higher tier that it is enough for", () => {
    expect(outcomeWords(way(), path("paths"), "staff")).toBe(
      "Counts from Jan 29, 2014, too late for the next review and in time for the review on Mar 31, 2014. The score is then 70.0.",
    );
    const elite = way({ inTime: true, leadDays: 0, score: null, qualifies: { key: "elite", name: "Elite" } });
    expect(outcomeWords(elite, path("paths"), "partner")).toBe("Counts at once, in time for the next review. It is enough for Elite.");
    expect(outcomeWords(way({ inTime: true }), path("paths", { isByAsked: true }), "partner")).toBe(
      "Counts from Jan 29, 2014, in time for Dec 31, 2013. Your score is then 70.0.",
    );
  });

  test("leads to a tier, or keeps the one held", () => {
    expect(pathTitle(path("paths"), scorecard("silver"))).toBe("Path to Gold");
    expect(pathTitle(path("paths"), scorecard("gold"))).toBe("Path to keep Gold");
    expect(pathTitle(path("reached"), scorecard("gold"))).toBe("Path to Gold");
    expect(pathTitle(path("highest", { tier: null }), scorecard("gold"))).toBe("Path to the next tier");
  });

  test("holds while everything else stays as it is, and says what of it will not", () => {
    const certified = way({ steps: [step({ kind: "certifiedPeople" })] });
    expect(assumptionWords(path("paths", { ways: [certified] }), "staff")).toBe(
      "Everything else stays as it is. Effort and days are estimates of the program.",
    );
    expect(assumptionWords(path("paths", { ways: [way()], others: "as_they_are", hasSeats: true }), "staff")).toBe(
      "Everything else stays as it is, the other partners too. The last months are counted anew at each review: what was sold in a month that drops out has to be sold again. Effort and days are estimates of the program.",
    );
    const own = (hasSeats: boolean) => assumptionWords(path("paths", { ways: [certified], others: "left_out", hasSeats }), "partner");
    expect(own(true)).toMatch(
      / Gold has a limited number of seats, for the best scores: how others do decides as well\. The days until something counts are /,
    );
    expect(own(false)).toMatch(/ What depends on other partners is left as it is\. /);
    expect(assumptionWords(path("paths", { ways: [certified], others: "left_out", hasSeats: false }), "staff")).toBe(
      "Everything else stays as it is. This run has too many partners to follow what a change does among them. What depends on other partners is left as it is. Effort and days are estimates of the program.",
    );
  });
});
