import { expect, test } from "vitest";
import type { Benefit } from "../../../lib/domain/define/benefit";
import { defaultEntitlements } from "../../../lib/domain/define/default-entitlements";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import type { Program } from "../../../lib/domain/define/program";
import { entitlementsByTier } from "../../../lib/domain/entitle/entitlement";
import { grantValue } from "../../../lib/domain/entitle/grant-value";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { day, partner, program } from "../score/run-fixture";

const SUPPORT: Benefit = { key: "support", name: "Support", kind: "conciergeSupport", type: "included", outcome: "Calm", owner: "Service" };
const RATE: Benefit = { key: "rebate", name: "Rebate", kind: "rebate", type: "rate", outcome: "Growth", owner: "Finance" };
const ENTITLEMENTS: Program["entitlements"] = {
  benefits: [RATE, SUPPORT],
  grants: { bronze: { support: null, rebate: null }, silver: { rebate: 100, support: null }, gold: { support: true, rebate: 250 } },
};

const evaluate = (overrides: Partial<Program>) =>
  evaluateRun({
    program: program(overrides),
    asOf: day("2024-06-30"),
    partners: [partner("P1", { a: 90 }), partner("P2", { a: 60 }), partner("P3", { a: 10 })],
  });

test("a decision states what the decided tier grants, in the order of the catalogue", () => {
  expect(evaluate({ entitlements: ENTITLEMENTS }).map(({ decided, entitlements }) => [decided, entitlements])).toEqual([
    [
      "gold",
      [
        { benefit: "rebate", grant: 250 },
        { benefit: "support", grant: true },
      ],
    ],
    [
      "silver",
      [
        { benefit: "rebate", grant: 100 },
        { benefit: "support", grant: null },
      ],
    ],
    [
      "bronze",
      [
        { benefit: "rebate", grant: null },
        { benefit: "support", grant: null },
      ],
    ],
  ]);
});

test("it is the decided tier that grants, not the qualified one", () => {
  const override = { tier: "gold", reason: "Agreed", owner: "Mia", expires: day("2025-01-01") };
  const [decision] = evaluateRun({
    program: program({ entitlements: ENTITLEMENTS }),
    asOf: day("2024-06-30"),
    partners: [partner("P1", { a: 10 }, { override })],
  });
  expect(decision).toMatchObject({ qualified: "bronze", decided: "gold" });
  expect(decision?.entitlements).toEqual([
    { benefit: "rebate", grant: 250 },
    { benefit: "support", grant: true },
  ]);
});

test("a program without a catalogue grants nothing, and its decisions are the same bytes as before there was one", () => {
  expect(entitlementsByTier(program())).toBeNull();
  for (const decision of evaluate({})) {
    expect(decision.entitlements).toBeUndefined();
    expect(canonicalJson(decision)).not.toContain("entitlements");
  }
  const [withCatalogue] = evaluate({ entitlements: ENTITLEMENTS });
  const [without] = evaluate({});
  const { entitlements, ...rest } = JSON.parse(canonicalJson(withCatalogue));
  expect(entitlements).toHaveLength(2);
  expect(canonicalJson(rest)).toBe(canonicalJson(without));
});

test.each([
  ["mdf", 2500, { type: "amount", amount: 2500, per: "quarter" }],
  ["rebate", 150, { type: "rate", bps: 150 }],
  ["deal_registration", 24, { type: "time", within: 24, unit: "hours" }],
  ["lead_routing", "first", { type: "level", level: "First choice" }],
  ["concierge", true, { type: "included" }],
  ["concierge", null, null],
  ["mdf", null, null],
  ["mdf", true, null],
  ["lead_routing", "no_such_level", null],
] as const)("a grant of %s, %s, is read in its own unit", (key, grant, value) => {
  const benefit = defaultEntitlements({ silver: 2_500, gold: 10_000, elite: 25_000 }).benefits.find((it) => it.key === key);
  if (benefit === undefined) throw new Error(`no benefit ${key}`);
  expect(grantValue(benefit, grant)).toEqual(value);
});

test("every tier of the default program is entitled to every benefit of its catalogue, be it nothing", () => {
  const byTier = entitlementsByTier(defaultProgram("USD"));
  expect(byTier?.map((tier) => tier.map(({ benefit }) => benefit))).toEqual(
    defaultProgram("USD").tiers.map(() => defaultEntitlements({ silver: 2_500, gold: 10_000, elite: 25_000 }).benefits.map(({ key }) => key)),
  );
});
