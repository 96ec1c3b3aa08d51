import { expect, test } from "vitest";
import { regionChoices } from "@/lib/services/score/region-choices";

const region = (name: string, ...path: string[]) => ({ id: 0, code: path.at(-1) ?? "", name, path });
const REGIONS = [
  region("World", "world"),
  region("United States", "world", "US"),
  region("Canada", "world", "CA"),
  region("Northwest", "world", "US", "NW"),
  region("Washington", "world", "US", "NW", "US-WA"),
  region("Oregon", "world", "US", "NW", "US-OR"),
  region("Mars", "mars"),
];

test("regions to choose from are those that occur and those above them, each under its parent, by name", () => {
  expect(regionChoices(["US-WA", "US-OR", "CA"], REGIONS).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    "0 World",
    "1 Canada",
    "1 United States",
    "2 Northwest",
    "3 Oregon",
    "3 Washington",
  ]);
  expect(regionChoices([], REGIONS)).toEqual([]);
  expect(regionChoices(["nowhere"], REGIONS)).toEqual([]);
});
