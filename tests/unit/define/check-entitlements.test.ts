import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Benefit, Entitlements, Grant } from "../../../lib/domain/define/benefit";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { defaultEntitlements, totalEntitlements } from "../../../lib/domain/define/default-entitlements";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import { parseProgram } from "../../../lib/domain/define/parse-program";
import { program } from "../score/run-fixture";

const described = { kind: "other", outcome: "More", owner: "Someone" } as const;
const MDF: Benefit = { ...described, key: "mdf", name: "MDF", type: "amount", per: "quarter", limits: { least: 0, most: 1000 } };
const REBATE: Benefit = { ...described, key: "rebate", name: "Rebate", type: "rate" };
const ANSWER: Benefit = { ...described, key: "answer", name: "Answer", type: "time", unit: "hours" };
const LEADS: Benefit = {
  ...described,
  ...{ key: "leads", name: "Leads", type: "level" },
  levels: [
    { key: "last", name: "Last" },
    { key: "first", name: "First" },
  ],
};
const SUPPORT: Benefit = { ...described, key: "support", name: "Support", type: "included" };

/** The tiers of the fixture are bronze, silver and gold. */
const granting = (benefits: Benefit[], grants: Entitlements["grants"]) => program({ entitlements: { benefits, grants } });
const ofOne = (benefit: Benefit, bronze: Grant, silver: Grant, gold: Grant) =>
  granting([benefit], { bronze: { [benefit.key]: bronze }, silver: { [benefit.key]: silver }, gold: { [benefit.key]: gold } });
const error = (path: string, code: string, detail: object = {}) => [{ path, severity: "error", code, ...detail }];

describe("a matrix that is wrong", () => {
  test.each<[string, ReturnType<typeof program>, unknown[]]>([
    [
      "leaves out a tier",
      granting([MDF], { bronze: { mdf: null }, gold: { mdf: 500 } }),
      error("entitlements.silver.mdf", "grant_missing", { tier: "silver", benefit: "mdf" }),
    ],
    [
      "leaves out a cell",
      granting([MDF, SUPPORT], { bronze: { mdf: null, support: null }, silver: { mdf: 1 }, gold: { mdf: 2, support: true } }),
      error("entitlements.silver.support", "grant_missing", { tier: "silver", benefit: "support" }),
    ],
    [
      "names a tier that does not exist",
      granting([MDF], { bronze: { mdf: 1 }, silver: { mdf: 1 }, gold: { mdf: 1 }, platinum: { mdf: 1 } }),
      error("entitlements.platinum", "unknown_tier", { tier: "platinum" }),
    ],
    [
      "names a benefit that does not exist",
      granting([MDF], { bronze: { mdf: 1 }, silver: { mdf: 1, coop: 1 }, gold: { mdf: 1 } }),
      error("entitlements.silver.coop", "unknown_benefit", { benefit: "coop" }),
    ],
    [
      "has a benefit twice",
      granting([SUPPORT, SUPPORT], { bronze: { support: null }, silver: { support: null }, gold: { support: true } }),
      error("entitlements.support", "duplicate_key", { what: "benefit", key: "support" }),
    ],
    [
      "has a level twice",
      ofOne({ ...LEADS, levels: [...LEADS.levels, { key: "last", name: "Again" }] }, null, null, "first"),
      error("entitlements.leads", "duplicate_key", { what: "level", key: "last" }),
    ],
    [
      "has limits that exclude everything",
      ofOne({ ...MDF, limits: { least: 10, most: 5 } }, null, null, 7),
      error("entitlements.mdf", "limits_reversed", { least: 10, most: 5 }),
    ],
    [
      "grants more than the limit",
      ofOne(MDF, null, 1000, 1000.01),
      error("entitlements.gold.mdf", "grant_outside_limits", { grant: 1000.01, least: 0, most: 1000 }),
    ],
    ["grants a part of a cent", ofOne(MDF, null, null, 0.125), error("entitlements.gold.mdf", "grant_too_fine", { grant: 0.125, decimals: 2 })],
    [
      "grants a part of a basis point",
      ofOne(REBATE, null, null, 1.5),
      error("entitlements.gold.rebate", "grant_too_fine", { grant: 1.5, decimals: 0 }),
    ],
    ["grants a part of an hour", ofOne(ANSWER, null, null, 0.5), error("entitlements.gold.answer", "grant_too_fine", { grant: 0.5, decimals: 0 })],
    ["includes an amount", ofOne(MDF, null, null, true), error("entitlements.gold.mdf", "grant_of_other_type", { expected: "amount" })],
    ["grants a number of a level", ofOne(LEADS, null, null, 1), error("entitlements.gold.leads", "grant_of_other_type", { expected: "level" })],
    ["grants a level that does not exist", ofOne(LEADS, null, null, "best"), error("entitlements.gold.leads", "unknown_level", { level: "best" })],
    [
      "grants a number of what is included or not",
      ofOne(SUPPORT, null, null, 1),
      error("entitlements.gold.support", "grant_of_other_type", { expected: "included" }),
    ],
  ])("%s", (_, wrong, issues) => {
    expect(checkProgram(wrong)).toEqual(issues);
  });
});

test.each<[string, Benefit, Grant, Grant, boolean]>([
  ["less money", MDF, 100, 50, true],
  ["as much money", MDF, 100, 100, false],
  ["nothing where the lower tier has something", MDF, 100, null, true],
  ["something where the lower tier has nothing", MDF, null, 0, false],
  ["a lower rate", REBATE, 200, 100, true],
  ["a later answer", ANSWER, 8, 24, true],
  ["an earlier answer", ANSWER, 24, 8, false],
  ["a lower level", LEADS, "first", "last", true],
  ["a benefit less", SUPPORT, true, null, true],
])("a higher tier that is granted %s is a warning, and no more", (_, benefit, silver, gold, warns) => {
  const issue = {
    path: `entitlements.gold.${benefit.key}`,
    severity: "warning",
    code: "grant_below_lower_tier",
    benefit: benefit.key,
    lower: "silver",
  };
  expect(checkProgram(ofOne(benefit, null, silver, gold))).toEqual(warns ? [issue] : []);
});

test("a matrix is right exactly when every tier states every benefit", () => {
  const keys = ["a", "b", "c", "d"];
  const benefits = keys.map((key): Benefit => ({ ...SUPPORT, key }));
  const row = fc.uniqueArray(fc.constantFrom(...keys)).map((stated) => Object.fromEntries(stated.map((key) => [key, null])));
  fc.assert(
    fc.property(row, row, row, (bronze, silver, gold) => {
      const missing = [bronze, silver, gold].reduce((sum, stated) => sum + keys.length - Object.keys(stated).length, 0);
      const issues = checkProgram(granting(benefits, { bronze, silver, gold }));
      expect(issues.filter(({ code }) => code === "grant_missing")).toHaveLength(missing);
      expect(issues).toHaveLength(missing);
    }),
  );
});

it("takes no key from the prototype of an object for a grant", () => {
  const benefits: Benefit[] = [{ ...SUPPORT, key: "constructor" }];
  const issues = checkProgram(granting(benefits, { bronze: {}, silver: {}, gold: {} }));
  expect(issues.map(({ code }) => code)).toEqual(["grant_missing", "grant_missing", "grant_missing"]);
});

describe("the default program", () => {
  it("grants every tier something, more to the higher one, within the limits", () => {
    expect(checkProgram(defaultProgram("USD"))).toEqual([]);
    expect(Object.keys(defaultEntitlements({ silver: 2_500, gold: 10_000, elite: 25_000 }).grants)).toEqual(
      defaultProgram("USD").tiers.map(({ key }) => key),
    );
  });

  it("reads back from its document", () => {
    expect(parseProgram(JSON.parse(JSON.stringify(defaultProgram("EUR"))))).toEqual({ ok: true, program: defaultProgram("EUR") });
  });
});

test("a matrix written in code does not compile without a cell, a tier, or with a benefit too many", () => {
  const tiers = ["low", "high"] as const;
  const complete = totalEntitlements(tiers, [{ ...SUPPORT, key: "one" }], { low: { one: null }, high: { one: true } });
  expect(complete.grants).toEqual({ low: { one: null }, high: { one: true } });
  // @ts-expect-error the cell high × one is missing
  totalEntitlements(tiers, [{ ...SUPPORT, key: "one" }], { low: { one: null }, high: {} });
  // @ts-expect-error the tier high is missing
  totalEntitlements(tiers, [{ ...SUPPORT, key: "one" }], { low: { one: null } });
  // @ts-expect-error there is no benefit two
  totalEntitlements(tiers, [{ ...SUPPORT, key: "one" }], { low: { one: null }, high: { one: true, two: true } });
});
