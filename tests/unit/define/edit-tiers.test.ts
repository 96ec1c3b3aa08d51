import { expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { addTier, editTier, removeTier, shiftTier } from "../../../lib/domain/define/edit-tiers";
import { Program, type Tier } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const BEFORE = fullProgram(); // registered, silver, gold, elite
const PLATINUM: Tier = { key: "platinum", name: "Platinum", requires: { kind: "score", atLeast: 90 } };
const keys = ({ tiers }: Program) => tiers.map(({ key }) => key);

test("a new tier is granted nothing, and every cell is stated", () => {
  const after = addTier(BEFORE, "elite", PLATINUM);
  expect(keys(after)).toEqual(["registered", "silver", "gold", "elite", "platinum"]);
  expect(Object.values(after.entitlements?.grants.platinum ?? {})).toEqual(BEFORE.entitlements?.benefits.map(() => null));
  expect(checkProgram(Program.parse(after)).filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a tier goes with what it is granted and with its bounds of funds; the lowest one stays", () => {
  const after = removeTier(addTier(BEFORE, "elite", PLATINUM), "platinum");
  expect(after).toEqual(BEFORE);
  const withoutGold = removeTier(BEFORE, "gold");
  expect(withoutGold.entitlements?.grants).not.toHaveProperty("gold");
  expect(withoutGold.funds?.[0]?.bounds).not.toHaveProperty("gold");
  expect(removeTier(BEFORE, "registered")).toBe(BEFORE);
  expect(removeTier(BEFORE, "nothing")).toBe(BEFORE);
});

test("a tier moves up and down the ladder, and none passes the lowest", () => {
  expect(keys(shiftTier(BEFORE, "silver", 1))).toEqual(["registered", "gold", "silver", "elite"]);
  for (const [key, by] of [
    ["silver", -1],
    ["elite", 1],
    ["registered", 1],
    ["nothing", 1],
  ] as const)
    expect(shiftTier(BEFORE, key, by)).toBe(BEFORE);
});

test("a limit of seats that is taken away is not there", () => {
  const limited = editTier(BEFORE, "gold", { capacity: { limit: { partners: 3 }, per: "all", ties: "allIn" } });
  expect(Program.parse(limited)).toEqual(limited);
  expect(editTier(limited, "gold", { capacity: undefined })).toEqual(BEFORE);
});
