import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { checkProgram } from "../../lib/domain/define/check-program";
import { parseProgram } from "../../lib/domain/define/parse-program";
import { goldenOf, type Outcome, readGolden } from "./golden-file";

const GOLDENS = ["constructs", "templates"].flatMap((kind) => readdirSync(path.join(import.meta.dirname, kind)).map((name) => `${kind}/${name}`));

describe.each(GOLDENS)("the golden run %s", (file) => {
  const golden = readGolden(file);

  it("comes out as it did, to the last byte of its decisions", () => {
    const { outcomes, decisionsHash } = goldenOf(golden.input, golden.engine);
    expect(outcomes).toEqual(golden.outcomes);
    expect(decisionsHash).toBe(golden.decisionsHash);
  });

  it("is of a program that may be published", () => {
    const { program } = golden.input;
    expect(parseProgram(program)).toEqual({ ok: true, program });
    expect(checkProgram(program).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

// What follows was worked out by hand from the inputs: it keeps the files themselves honest.

function outcome(file: string, partner: string): Outcome {
  const found = readGolden(file).outcomes.find((candidate) => candidate.partner === partner);
  if (found === undefined) throw new Error(`${file} has no outcome of ${partner}`);
  return found;
}

describe("seats", () => {
  const qualified = (partner: string) => outcome("constructs/seats.json", partner).qualified;

  it("of Premier are two a region: in the north 90 has one, and the two with 80 at the edge have none, nor has who comes after them", () => {
    expect(["n1", "n2", "n3", "n4"].map(qualified)).toEqual(["premier", "select", "select", "select"]);
    expect(["s1", "s2"].map(qualified)).toEqual(["premier", "premier"]);
  });

  it("are for partners with a region: 95 without one is no Premier", () => expect(qualified("w1")).toBe("select"));

  it("of Select are half of the eleven partners, five: 95, 80, 80, 61, and at the edge both with 50; 45 has none", () => {
    expect(["o1", "o2", "o3"].map(qualified)).toEqual(["select", "select", "member"]);
  });

  it("are nothing to who does not qualify: a Premier without data falls", () => {
    expect(outcome("constructs/seats.json", "o4")).toMatchObject({ score: 0, decided: "member", movement: "demoted" });
  });
});

describe("month ends and the program year", () => {
  const of = (partner: string) => outcome("constructs/month-ends-and-program-year.json", partner);

  test.each([
    ["now_best", { score: 80, qualified: "gold", reading: null }],
    ["april_best", { score: 75, qualified: "gold", reading: "2026-04-30" }],
    // 69 in May is Silver as 52 now is: of readings that reach the same tier the newest counts
    ["newest_of_two", { score: 52, qualified: "silver", reading: null }],
    // 90 in May with one person is Silver too
    ["may_lacks_people", { score: 55, qualified: "silver", reading: null }],
  ])("%s counts as %j", (partner, counted) => expect(of(partner)).toMatchObject(counted));

  it("keep a Gold that last qualified in this program year, which began with April, and not one that did in March", () => {
    expect(of("kept")).toMatchObject({ qualified: "member", decided: "gold", movement: "kept_for_year" });
    expect(of("year_over")).toMatchObject({ decided: "member", movement: "demoted" });
  });

  it("let everyone enter at the lowest tier for twelve months", () => {
    expect(of("first_year")).toMatchObject({ qualified: "gold", decided: "member", movement: "entered_new_partner" });
    expect(of("year_and_a_day")).toMatchObject({ decided: "gold", movement: "entered" });
  });
});

describe("regions and peers", () => {
  const of = (partner: string) => outcome("constructs/regions-and-peers.json", partner);

  it("compare each region with itself: a is the lower of two in the north and in the south, 25 each, and counts by the first region", () => {
    expect(of("a")).toMatchObject({ reading: "north", points: { standing: 25, people_points: 50 }, score: 35 });
    expect(of("b")).toMatchObject({ reading: "north", points: { standing: 75 }, score: 85, qualified: "select" });
    expect(of("c")).toMatchObject({ reading: "south", points: { standing: 75 }, score: 45 });
  });

  it("measure a partner without sales in any region as a whole: 0.4 x 75 = 30", () => {
    expect(of("d")).toMatchObject({ reading: null, score: 30 });
  });
});

describe("robustness", () => {
  const of = (partner: string) => outcome("constructs/robustness.json", partner);

  it("is certain where all criteria agree: 50 and 50 and 50 are 50 whatever the weights", () =>
    expect(of("level")).toMatchObject({ score: 50, stays: 1000 }));

  it("is certain where no weights reach the cut: 60, 40, 50 is at least (0.8 x 30 + 1.2 x 12 + 1.2 x 10) / (40 + 36 + 24) = 50.4", () => {
    expect(of("a_little_above")).toMatchObject({ score: 52, stays: 1000 });
  });

  it("is a coin where half of the score stands on one criterion, heads for the one and tails for the other", () => {
    const [heads, tails] = [of("all_on_one"), of("without_one")];
    expect([heads.score, tails.score]).toEqual([50, 50]);
    expect(heads.stays).toBeGreaterThan(450);
    expect(heads.stays).toBeLessThan(550);
    // The cut is decided on the score rounded to a tenth: from 49.95 to 50.05 both stay.
    expect(heads.stays + tails.stays).toBeGreaterThanOrEqual(1000);
    expect(heads.stays + tails.stays).toBeLessThan(1050);
  });
});

describe("the reseller ladder", () => {
  const of = (partner: string) => outcome("templates/reseller_ladder.json", partner);

  it("takes the other way: without data on revenue, 97,701 of strategic categories is Silver; 115,393 and 47,662 are not", () => {
    expect(of("P-07")).toMatchObject({ qualified: "silver", decided: "gold", movement: "held_in_grace" });
    expect(of("P-05")).toMatchObject({ qualified: "bronze" });
  });

  it("refuses Platinum to a broadline partner that has two of three of what it asks", () => expect(of("P-12")).toMatchObject({ qualified: "gold" }));

  it("orders by 0.3 x 64.55 + 0.2 x 60 = 31.4 without data on revenue", () => expect(of("P-07")).toMatchObject({ score: 31.4 }));
});

describe("the growth program", () => {
  const of = (partner: string) => outcome("templates/growth_program.json", partner);

  it("has no ratio without revenue this year: growth is the last quarter's alone, 60", () => {
    expect(of("P-09").points).toMatchObject({ year_points: null, quarter_points: 60, growth: 60 });
  });

  it("has neither turns nor days of supply without stock: 0.4 x 100 + 0.35 x 92.72 + 0.25 x 100 = 97.5", () => {
    expect(of("P-12")).toMatchObject({ score: 97.5, points: { turns_points: null, supply_points: null, development: 100 } });
  });

  it("promotes one tier at a time in June, which ends a quarter, and demotes after a second miss, which June may too", () => {
    expect(of("P-11")).toMatchObject({ qualified: "accelerate", decided: "growth", movement: "promoted_step_limited" });
    expect(of("P-07")).toMatchObject({ qualified: "associate", decided: "growth", movement: "demoted_step_limited" });
  });
});

describe("the capability score", () => {
  const of = (partner: string) => outcome("templates/capability_score.json", partner);

  it("gives nothing for advanced people before two have the foundation: 4 + 10 + 0 + 1.5 = 15.5, rounded away from zero to 16", () => {
    expect(of("P-03")).toMatchObject({ score: 16, points: { growing: 15.5, growing_advanced: 10, growing_step_2: 0 } });
  });

  it("counts the better track: 24 + 10 + 10 + 10 + 10.5 + 9 = 73.5 against 16 + 20 + 20 + 7 + 6 = 69", () => {
    expect(of("P-09")).toMatchObject({ score: 74, qualified: "designated", points: { enterprise: 73.5, growing: 69 } });
  });

  it("keeps a designation until the year's review in December", () => {
    expect(of("P-07")).toMatchObject({ qualified: "member", decided: "designated", movement: "demotion_waits_for_review" });
  });
});

describe("the dealer network", () => {
  const of = (partner: string) => outcome("templates/dealer_network.json", partner);

  it("counts the best region: two technicians in all, and three and the higher score in the south", () => {
    // 0.5 x 69.30 + 0.3 x (0.6 x 75 + 0.4 x 80) + 0.2 x 70
    expect(of("P-09")).toMatchObject({ reading: "south", qualified: "premier", score: 71.8 });
  });

  it("has no more than three Premier dealers in a region but by an override", () => {
    const { input, outcomes } = readGolden("templates/dealer_network.json");
    const premier = outcomes.filter(({ qualified }) => qualified === "premier").map(({ partner }) => partner);
    const regions = input.partners.filter(({ partner }) => premier.includes(partner)).map(({ attributes }) => String(attributes.region_level_2));
    for (const region of ["north", "south", "west"]) expect(regions.filter((one) => one === region).length).toBeLessThanOrEqual(3);
    expect(of("P-08")).toMatchObject({ qualified: "select", decided: "premier", movement: "overridden" });
  });
});

describe("the status program", () => {
  const of = (partner: string) => outcome("templates/status_program.json", partner);

  it("takes the best of six month ends: January's 30.39 + 5 + 4 + 2 + 5 = 46 is Silver, today's 40 would be Blue", () => {
    expect(of("P-03")).toMatchObject({ reading: "2026-01-31", score: 46, qualified: "silver" });
  });

  it("keeps a Gold for its year and the next, and a partner of five months a Member", () => {
    expect(of("P-02")).toMatchObject({ qualified: "blue", decided: "gold", movement: "kept_for_year" });
    expect(of("P-05")).toMatchObject({ qualified: "silver", decided: "member", movement: "entered_new_partner" });
  });

  it("caps sales at 60: 47.13 and 20 are 60, and 35 for commitment make 95", () => {
    expect(of("P-12")).toMatchObject({ score: 95, points: { sales: 60, commitment: 35 } });
  });
});

describe("the composite index", () => {
  const of = (partner: string) => outcome("templates/composite_index.json", partner);

  it("multiplies its pillars: 65.51^0.4 x 67.90^0.3 x 66.14^0.3 = 66.4, which decides as 66", () => {
    expect(of("P-09")).toMatchObject({ score: 66, qualified: "advanced" });
  });

  it("weighs quality by the harmonic mean: 100 / (40 / 71.43 + 60 / 70) = 70.56", () => {
    expect(of("P-09").points.quality).toBeCloseTo(100 / (40 / (100 / 1.4) + 60 / 70), 10);
  });

  it("leaves a service level without data out: quality is the win rate's 28.57", () => {
    expect(of("P-05").points).toMatchObject({ service_points: null });
    expect(of("P-05").points.quality).toBeCloseTo(1000 / 35, 10);
  });
});
