import { describe, expect, test } from "vitest";
import { parseProgram } from "@/lib/domain/define/parse-program";
import { fullProgram } from "./full-program";

type Place = readonly (string | number)[];

const FULL = fullProgram();
const LONG = "x".repeat(3000);

describe("what is wrong with the shape of a program is said with what may stand there", () => {
  test.each<[string, Place, unknown, string]>([
    ["a missing number", ["scoreDecimals"], undefined, "is missing: it must be a number"],
    ["a missing object", ["movement"], undefined, "is missing: it must be an object in { }"],
    ["a missing choice", ["qualification"], undefined, 'is missing: it must be one of "highestMet", "ladder"'],
    ["another type", ["tiers"], {}, "must be a list in [ ], not an object"],
    ["a text for a number", ["scoreDecimals"], "2", 'must be a number, not "2"'],
    ["a part of a number", ["scoreDecimals"], 1.5, "must be a whole number, not 1.5"],
    ["nothing for a text", ["name"], null, "must be a text in quotation marks, not null"],
    ["an empty text", ["name"], "", "must not be empty"],
    ["a long text", ["name"], LONG, "must have at most 120 characters"],
    ["an empty list", ["tiers"], [], "must not be empty"],
    ["a number too small", ["movement", "holdMargin"], -1, "must be at least 0"],
    ["a number too large", ["movement", "holdMargin"], 51, "must be at most 50"],
    ["a number that is not above", ["exchangeRates", 0, "rate"], 0, "must be more than 0"],
    ["another choice", ["qualification"], LONG, `must be one of "highestMet", "ladder", not "${"x".repeat(39)}…`],
    [
      "two unknown members",
      ["movement", "newPartners"],
      { months: 3, tier: "gold", a: 1, b: 2 },
      'has "a", "b", which are unknown here: correct the names or leave them out',
    ],
    ["neither of two forms", ["movement", "promoteAt"], 7, 'must be "everyRun" or an object in { }, not 7'],
    ["a form with a fault in it", ["movement", "promoteAt"], { months: "May" }, 'has a fault in its months, which must be a list in [ ], not "May"'],
    ["a wrong name", ["funds", 0, "bounds"], { Gold: {} }, "has a name that it cannot have: use lower-case letters"],
  ])("%s", (_what, place, value, words) => {
    expect(messagesOf(put(FULL, place, value))[0]).toContain(words);
  });

  test("a kind that there is none of", () => {
    expect(messagesOf(put(FULL, ["score", "kind"], "tree"))).toEqual(['must be one of "criterion", "group", not "tree"']);
    expect(messagesOf(put(FULL, ["score", "kind"], undefined))).toEqual(['is missing: it must be one of "criterion", "group"']);
  });
});

const VALUES = [undefined, null, -1, 1.5, 1e300, Number.NaN, "", "Nowhere!", LONG, true, [], {}, { nowhere: 1 }, new Array(300).fill(1)];
const FOREIGN = /^Invalid|^Too |^Unrecognized|expected|received|undefined|something else|cannot stand/;

test.each(Object.keys(FULL))("whatever stands anywhere in %s, no fault is told in the words of the schema library", (part) => {
  const places = shapesIn(FULL).filter(([first]) => first === part);
  const told = new Set(places.flatMap((place) => VALUES.flatMap((value) => messagesOf(put(FULL, place, value)))));
  expect(told.size).toBeGreaterThan(0);
  expect([...told].filter((message) => FOREIGN.test(message))).toEqual([]);
});

test.each(VALUES)("nor where the document is %j", (value) => {
  for (const message of messagesOf(value)) expect(message).not.toMatch(FOREIGN);
});

function messagesOf(document: unknown): string[] {
  const parsed = parseProgram(document);
  return parsed.ok ? [] : parsed.issues.map(({ message }) => message);
}

/** A place of every shape: of a list the first in which a member of that name stands. */
function shapesIn(value: unknown): Place[] {
  const places = placesIn(value).map((place) => [place.map((name) => (typeof name === "number" ? "*" : name)).join("."), place] as const);
  return [...new Map(places.toReversed()).values()];
}

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [place];
  const members: [string | number, unknown][] = Array.isArray(value) ? value.map((element, i) => [i, element]) : Object.entries(value);
  return [place, ...members.flatMap(([name, member]) => placesIn(member, [...place, name]))];
}

/** The value with something else at a place; without the member where that is undefined. */
function put(value: unknown, [name, ...rest]: Place, what: unknown): unknown {
  if (name === undefined) return what;
  if (Array.isArray(value)) return value.map((element, i) => (i === name ? put(element, rest, what) : element));
  const members = Object.entries(value as object);
  const isLeftOut = rest.length === 0 && what === undefined;
  return Object.fromEntries(members.flatMap(([key, member]) => (key !== name ? [[key, member]] : isLeftOut ? [] : [[key, put(member, rest, what)]])));
}
