import fc from "fast-check";
import { expect, test } from "vitest";
import { exportAddress, filterCount, readStandingsAddress, standingsAddress } from "@/components/score/standings-address";
import { MovementFilter } from "@/lib/contracts/movement-group";
import { StandingsQuery, StandingsSort } from "@/lib/contracts/standings";

const PLAIN = readStandingsAddress({});
const paramsOf = (address: string) => Object.fromEntries(new URL(address, "http://x").searchParams);

test("an empty address is the first page by rank, without filters", () => {
  expect(StandingsQuery.parse(PLAIN)).toMatchObject({ sort: "rank", direction: "asc", page: 1 });
  expect(filterCount(PLAIN)).toBe(0);
  expect(standingsAddress(PLAIN)).toBe("/score");
});

test("what cannot have been chosen is dropped instead of refused", () => {
  const query = readStandingsAddress({
    sort: "nonsense",
    direction: "up",
    page: "-3",
    movement: "sideways",
    borderline: "yes",
    tier: "",
    run: "1e9",
    search: ["  bike ", "x"],
  });
  expect(query).toEqual({ ...PLAIN, search: "bike" });
});

test("an address that was written is read back as the same query", () => {
  const text = fc
    .string({ minLength: 1, maxLength: 40 })
    .map((it) => it.trim())
    .filter((it) => it !== "");
  const query = fc.record({
    program: fc.constant("main"),
    run: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
    search: fc.option(text, { nil: undefined }),
    tier: fc.option(text, { nil: undefined }),
    region: fc.option(text, { nil: undefined }),
    type: fc.option(text, { nil: undefined }),
    movement: fc.option(fc.constantFrom(...MovementFilter.options), { nil: undefined }),
    borderline: fc.constantFrom(true, undefined),
    sort: fc.constantFrom(...StandingsSort.options),
    direction: fc.constantFrom("asc" as const, "desc" as const),
    page: fc.integer({ min: 1, max: 999 }),
  });
  fc.assert(
    fc.property(query, (it) => {
      expect(readStandingsAddress(paramsOf(standingsAddress(it, { page: it.page })))).toEqual(it);
    }),
  );
});

test("a change of order or filter goes back to the first page", () => {
  expect(standingsAddress({ ...PLAIN, page: 7 }, { sort: "name" })).toBe("/score?sort=name");
});

test("the export asks for the same rows, on no page", () => {
  expect(exportAddress(3, { ...PLAIN, run: 3, search: "bike & co", tier: "gold", sort: "name", page: 4 })).toBe(
    "/api/v1/runs/3/standings.csv?search=bike+%26+co&tier=gold&sort=name",
  );
});
