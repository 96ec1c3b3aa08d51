import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateFund, type FundAllocation, type FundClaim } from "../../../lib/domain/entitle/allocate-fund";
import { toMinor } from "../../../lib/domain/shared/money";

type Terms = { readonly base?: number; readonly weight?: number; readonly floor?: number; readonly cap?: number | null };

function claim(partner: string, { base = 0, weight = 0, floor = 0, cap = null }: Terms): FundClaim {
  return { partner, base: toMinor(base), weight: BigInt(weight), floor: toMinor(floor), cap: cap === null ? null : toMinor(cap) };
}

const allocate = (budget: number, claims: Readonly<Record<string, Terms>>): FundAllocation =>
  allocateFund(
    toMinor(budget),
    Object.entries(claims).map(([partner, terms]) => claim(partner, terms)),
  );
/** Amounts by partner, and what is left. */
function settled(allocation: FundAllocation): readonly [Record<string, number>, number] {
  if (!allocation.ok) throw new Error(`refused: ${allocation.problem.code}`);
  return [Object.fromEntries(allocation.amounts.map(({ partner, amount }) => [partner, amount])), allocation.unallocated];
}

describe("a budget", () => {
  test.each<[string, number, Record<string, Terms>, Record<string, number>, number]>([
    ["goes by weight", 1000, { a: { weight: 3 }, b: { weight: 1 } }, { a: 750, b: 250 }, 0],
    ["gives the bases first, and shares the rest", 1000, { a: { base: 400, weight: 1 }, b: { weight: 1 } }, { a: 700, b: 300 }, 0],
    ["gives a weightless partner its base and no more", 1000, { a: { base: 100 }, b: { weight: 5 } }, { a: 100, b: 900 }, 0],
    [
      "splits a cent that cannot be split by largest remainder",
      100,
      { a: { weight: 1 }, b: { weight: 2 }, c: { weight: 4 } },
      { a: 14, b: 29, c: 57 },
      0,
    ],
    ["settles a tie by the partner's code", 100, { z: { weight: 1 }, m: { weight: 1 }, a: { weight: 1 } }, { z: 33, m: 33, a: 34 }, 0],
    ["lifts a partner to its floor at the others' cost", 1000, { a: { weight: 9 }, b: { weight: 1, floor: 200 } }, { a: 800, b: 200 }, 0],
    ["holds a partner at its cap, to the others' good", 1000, { a: { weight: 9, cap: 600 }, b: { weight: 1 } }, { a: 600, b: 400 }, 0],
    ["leaves over what the caps do not take", 1000, { a: { weight: 9, cap: 300 }, b: { weight: 1, cap: 200 } }, { a: 300, b: 200 }, 500],
    [
      "may lift one and hold another",
      1000,
      { a: { weight: 100, cap: 500 }, b: { weight: 10 }, c: { weight: 1, floor: 150 } },
      { a: 500, b: 350, c: 150 },
      0,
    ],
    ["cuts a base that lies above its cap", 1000, { a: { base: 500, cap: 300, weight: 1 }, b: { weight: 1 } }, { a: 300, b: 700 }, 0],
    ["may be nothing", 0, { a: { weight: 1 }, b: {} }, { a: 0, b: 0 }, 0],
    ["may be just what the floors take, without any weight", 300, { a: { floor: 100 }, b: { floor: 200 } }, { a: 100, b: 200 }, 0],
  ])("%s", (_, budget, claims, amounts, unallocated) => {
    expect(settled(allocate(budget, claims))).toEqual([amounts, unallocated]);
  });

  test("says which bound decided an amount", () => {
    const allocation = allocate(1000, { a: { weight: 100, cap: 500 }, b: { weight: 10 }, c: { weight: 1, floor: 150 } });
    expect(allocation.ok && allocation.amounts.map(({ partner, bound }) => [partner, bound])).toEqual([
      ["a", "cap"],
      ["b", null],
      ["c", "floor"],
    ]);
  });

  test.each<[string, number, Record<string, Terms>, object]>([
    ["smaller than bases and floors", 299, { a: { base: 100, weight: 1 }, b: { floor: 200 } }, { code: "budget_too_small", needed: 300 }],
    ["to share among partners without a weight", 301, { a: { base: 100 }, b: { floor: 200 } }, { code: "no_weights" }],
    ["for nobody", 1, {}, { code: "no_weights" }],
    ["with a floor above its cap", 1000, { a: { floor: 11, cap: 10, weight: 1 } }, { code: "floor_above_cap", partner: "a" }],
  ])("%s is refused", (_, budget, claims, problem) => {
    expect(allocate(budget, claims)).toEqual({ ok: false, problem });
  });

  test("takes weights as large as revenue times score without losing a cent", () => {
    const huge = 10n ** 24n;
    const claims = ["a", "b", "c"].map((partner, place) => ({ ...claim(partner, {}), weight: huge + BigInt(place) }));
    const [amounts, unallocated] = settled(allocateFund(toMinor(Number.MAX_SAFE_INTEGER), claims));
    expect([BigInt(amounts.a ?? 0) + BigInt(amounts.b ?? 0) + BigInt(amounts.c ?? 0), unallocated]).toEqual([BigInt(Number.MAX_SAFE_INTEGER), 0]);
  });
});

const amount = fc.integer({ min: 0, max: 5000 });
const claims = fc
  .array(fc.record({ base: amount, weight: fc.integer({ min: 0, max: 1000 }), floor: amount, room: fc.option(amount, { nil: null }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drawn) =>
    drawn.map(({ base, weight, floor, room }, i) =>
      claim(`P${String(i).padStart(2, "0")}`, { base, weight, floor, cap: room === null ? null : floor + room }),
    ),
  );
const budget = fc.integer({ min: 0, max: 200_000 }).map(toMinor);

/** Only draws that can be allocated; the others are looked at by their own tests. */
function whereAllocated(check: (budget: number, claims: readonly FundClaim[], amounts: readonly number[], unallocated: number) => void): void {
  let allocated = 0;
  fc.assert(
    fc.property(budget, claims, (whole, drawn) => {
      const allocation = allocateFund(whole, drawn);
      if (!allocation.ok) return;
      allocated += 1;
      check(
        whole,
        drawn,
        allocation.amounts.map((it) => it.amount),
        allocation.unallocated,
      );
    }),
    { numRuns: 500 },
  );
  expect(allocated).toBeGreaterThan(100);
}

describe("any allocation", () => {
  test("adds up to the budget, within every floor and cap", () => {
    whereAllocated((whole, drawn, amounts, unallocated) => {
      expect(amounts.reduce((sum, it) => sum + it, 0) + unallocated).toBe(whole);
      expect(unallocated).toBeGreaterThanOrEqual(0);
      drawn.forEach(({ floor, cap }, i) => {
        expect(amounts[i]).toBeGreaterThanOrEqual(floor);
        if (cap !== null) expect(amounts[i]).toBeLessThanOrEqual(cap);
      });
    });
  });

  test("leaves something over only where every partner with a weight is at its cap", () => {
    whereAllocated((_, drawn, amounts, unallocated) => {
      if (unallocated === 0) return;
      drawn.forEach(({ weight, cap }, i) => {
        if (weight > 0n) expect(amounts[i]).toBe(cap);
      });
    });
  });

  test("follows one rate: whoever stands between its bounds has its base and the same for each unit of weight, to a cent", () => {
    whereAllocated((_, drawn, amounts) => {
      const free = drawn.flatMap(({ base, weight, floor, cap }, i) => {
        const got = amounts[i] ?? 0;
        return weight > 0n && got > floor && (cap === null || got < cap) ? [{ share: got - base, weight: Number(weight) }] : [];
      });
      for (const one of free) {
        for (const other of free) expect(Math.abs(one.share * other.weight - other.share * one.weight)).toBeLessThan(one.weight + other.weight);
      }
    });
  });

  test("does not depend on the order of the claims", () => {
    whereAllocated((whole, drawn, amounts) => {
      const reversed = allocateFund(toMinor(whole), drawn.toReversed());
      expect(reversed.ok && reversed.amounts.map((it) => it.amount)).toEqual(amounts.toReversed());
    });
  });

  test("gives nobody less when its weight is raised", () => {
    whereAllocated((whole, drawn, amounts) => {
      const [first, ...others] = drawn;
      if (first === undefined) return;
      const raised = allocateFund(toMinor(whole), [{ ...first, weight: first.weight + 500n }, ...others]);
      expect(raised.ok && raised.amounts[0]?.amount).toBeGreaterThanOrEqual(amounts[0] ?? 0);
    });
  });

  test("is refused exactly when bases and floors take more, or nobody could take the rest", () => {
    fc.assert(
      fc.property(budget, claims, (whole, drawn) => {
        const needed = drawn.reduce((sum, { base, floor, cap }) => sum + Math.max(floor, cap === null ? base : Math.min(base, cap)), 0);
        const refused = needed > whole || (needed < whole && drawn.every(({ weight }) => weight === 0n));
        expect(allocateFund(whole, drawn).ok).toBe(!refused);
      }),
    );
  });
});
