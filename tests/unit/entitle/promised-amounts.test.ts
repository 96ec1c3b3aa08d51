import fc from "fast-check";
import { expect, test } from "vitest";
import type { Benefit } from "../../../lib/domain/define/benefit";
import { promisedAmounts } from "../../../lib/domain/entitle/promised-amounts";
import { program } from "../score/run-fixture";

const described = { kind: "mdf", outcome: "More", owner: "Someone" } as const;
const MDF: Benefit = { ...described, key: "mdf", name: "MDF", type: "amount", per: "quarter" };
const RATE: Benefit = { ...described, key: "rate", name: "Rate", type: "rate" };
const CO_OP: Benefit = { ...described, key: "co_op", name: "Co-op", type: "amount", per: "activity" };

test("what a tier is promised is its grant times its partners, to the cent", () => {
  const rules = program({
    entitlements: {
      benefits: [RATE, MDF, CO_OP],
      grants: {
        bronze: { rate: 5, mdf: null, co_op: 1 },
        silver: { rate: null, mdf: 0.1, co_op: 2 },
        gold: { rate: 10, mdf: 1000.55, co_op: null },
      },
    },
  });
  const promised = promisedAmounts(
    rules,
    new Map([
      ["bronze", 100],
      ["silver", 3],
      ["gold", 7],
    ]),
  );
  expect(promised).toEqual([
    {
      ...{ benefit: "mdf", per: "quarter", total: 700_415 },
      tiers: [
        { tier: "bronze", partners: 100, each: null, total: 0 },
        { tier: "silver", partners: 3, each: 10, total: 30 },
        { tier: "gold", partners: 7, each: 100_055, total: 700_385 },
      ],
    },
    {
      ...{ benefit: "co_op", per: "activity", total: 10_600 },
      tiers: [
        { tier: "bronze", partners: 100, each: 100, total: 10_000 },
        { tier: "silver", partners: 3, each: 200, total: 600 },
        { tier: "gold", partners: 7, each: null, total: 0 },
      ],
    },
  ]);
});

test("a program without a catalogue promises nothing, and an empty tier costs nothing", () => {
  expect(promisedAmounts(program(), new Map([["gold", 5]]))).toEqual([]);
  const entitlements = { benefits: [MDF], grants: { bronze: { mdf: null }, silver: { mdf: 10 }, gold: { mdf: 20 } } };
  expect(promisedAmounts(program({ entitlements }), new Map())[0]?.total).toBe(0);
});

test("minor units are the currency's own: yen have no cents", () => {
  const entitlements = { benefits: [MDF], grants: { bronze: { mdf: null }, silver: { mdf: null }, gold: { mdf: 20_000 } } };
  expect(promisedAmounts(program({ currency: "JPY", entitlements }), new Map([["gold", 2]]))[0]?.total).toBe(40_000);
});

test("totals are the sum of their tiers", () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  const count = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(cents, cents, count, count, (silver, gold, inSilver, inGold) => {
      const grants = { bronze: { mdf: null }, silver: { mdf: silver / 100 }, gold: { mdf: gold / 100 } };
      const partners = new Map([
        ["silver", inSilver],
        ["gold", inGold],
      ]);
      const [promise] = promisedAmounts(program({ entitlements: { benefits: [MDF], grants } }), partners);
      expect(promise?.total).toBe(silver * inSilver + gold * inGold);
    }),
  );
});

test("what no safe integer can hold is refused", () => {
  const entitlements = { benefits: [MDF], grants: { bronze: { mdf: null }, silver: { mdf: null }, gold: { mdf: 9_000_000_000_000 } } };
  expect(() => promisedAmounts(program({ entitlements }), new Map([["gold", 1_000_000]]))).toThrow(RangeError);
});
