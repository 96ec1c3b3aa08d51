import { describe, expect, test } from "vitest";
import { benefitOfType } from "../../../components/define/studio/benefit-of-type";
import type { Benefit, Grant } from "../../../lib/domain/define/benefit";
import { checkProgram } from "../../../lib/domain/define/check-program";
import {
  addBenefit,
  editBenefit,
  editGrant,
  highestGrant,
  removeBenefit,
  shiftBenefit,
  statedGrant,
  stateGrants,
  unstatedGrants,
} from "../../../lib/domain/define/edit-entitlements";
import { addTier } from "../../../lib/domain/define/edit-tiers";
import { mergePrograms } from "../../../lib/domain/define/merge-programs";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const BEFORE = fullProgram();
const SWAG: Benefit = { key: "swag", name: "Swag", kind: "other", type: "included", outcome: "Joy.", owner: "Marketing" };

const keys = ({ entitlements }: Program) => (entitlements?.benefits ?? []).map(({ key }) => key);
const benefitOf = ({ entitlements }: Program, key: string) => {
  const benefit = entitlements?.benefits.find((one) => one.key === key);
  if (benefit === undefined) throw new Error(`no benefit "${key}"`);
  return benefit;
};
/** What the tiers are granted of a benefit, the lowest first. */
const grants = (program: Program, benefit: string): (Grant | undefined)[] =>
  program.tiers.map(({ key }) => program.entitlements?.grants[key]?.[benefit]);

describe("a benefit", () => {
  test("is added at the end and granted to no tier, also as the first one", () => {
    const { entitlements: _, funds: __, ...without } = BEFORE;
    for (const program of [addBenefit(BEFORE, SWAG), addBenefit(without, SWAG)]) {
      expect(keys(program).at(-1)).toBe("swag");
      expect(grants(program, "swag")).toEqual([null, null, null, null]);
      expect(Program.parse(program)).toEqual(program);
      expect(checkProgram(program)).toEqual([]);
    }
  });

  test("keeps what it grants when it is called otherwise, or is for another period", () => {
    const edited = editBenefit(BEFORE, "mdf", (benefit) => ({ ...benefit, name: "Marketing", ...(benefit.type === "amount" && { per: "year" }) }));
    expect(benefitOf(edited, "mdf")).toMatchObject({ name: "Marketing", per: "year" });
    expect(grants(edited, "mdf")).toEqual(grants(BEFORE, "mdf"));
  });

  test("of another type grants nothing, until somebody says what", () => {
    const edited = editBenefit(BEFORE, "rebate", (benefit) => benefitOfType("amount", benefit));
    expect(benefitOf(edited, "rebate")).toMatchObject({ name: "Rebate", type: "amount", owner: "Finance" });
    expect(grants(edited, "rebate")).toEqual([null, null, null, null]);
    expect(checkProgram(edited)).toEqual([]);
  });

  test.each([
    ["first", ["standard", "standard", "preferred", "preferred"]],
    ["preferred", ["standard", "standard", "standard", "first"]],
    ["standard", ["preferred", "preferred", "preferred", "first"]],
  ])("without its level %s grants the next lower one, or else the lowest", (gone, expected) => {
    const edited = editBenefit(BEFORE, "lead_routing", (benefit) =>
      benefit.type === "level" ? { ...benefit, levels: benefit.levels.filter(({ key }) => key !== gone) } : benefit,
    );
    expect(grants(edited, "lead_routing")).toEqual(expected);
  });

  test("moves among the others, and not beyond them", () => {
    expect(keys(shiftBenefit(BEFORE, "rebate", -1)).slice(0, 2)).toEqual(["rebate", "mdf"]);
    expect(keys(shiftBenefit(BEFORE, "mdf", 1)).slice(0, 2)).toEqual(["rebate", "mdf"]);
    expect(shiftBenefit(BEFORE, "mdf", -1)).toBe(BEFORE);
    expect(shiftBenefit(BEFORE, "concierge", 1)).toBe(BEFORE);
  });

  test("is removed with what it grants and with its fund", () => {
    const edited = removeBenefit(BEFORE, "mdf");
    expect(keys(edited)).not.toContain("mdf");
    expect(edited.funds).toBeUndefined();
    expect(checkProgram(edited)).toEqual([]);
    expect(removeBenefit(BEFORE, "rebate").funds).toEqual(BEFORE.funds);
  });

  test("is the last one: nothing is left", () => {
    const edited = keys(BEFORE).reduce(removeBenefit, BEFORE);
    expect(edited).not.toHaveProperty("entitlements");
    expect(edited).not.toHaveProperty("funds");
    expect(Program.parse(edited)).toEqual(edited);
  });
});

describe("a grant", () => {
  test("is stated for one tier and one benefit", () => {
    const edited = editGrant(BEFORE, "gold", "mdf", 12_345.67);
    expect(edited.entitlements?.grants.gold).toEqual({ ...BEFORE.entitlements?.grants.gold, mdf: 12_345.67 });
    expect(edited.entitlements?.grants.silver).toBe(BEFORE.entitlements?.grants.silver);
    expect(grants(editGrant(BEFORE, "gold", "mdf", null), "mdf")[2]).toBeNull();
  });

  test("counts as stated only where its benefit can grant it", () => {
    const mdf = benefitOf(BEFORE, "mdf");
    expect(statedGrant(BEFORE, "registered", mdf)).toBeNull();
    expect(statedGrant(BEFORE, "gold", mdf)).toBe(10_000);
    for (const wrong of ["first", true] as const) expect(statedGrant(editGrant(BEFORE, "gold", "mdf", wrong), "gold", mdf)).toBeUndefined();
    expect(statedGrant(BEFORE, "constructor", mdf)).toBeUndefined();
  });

  test("of a benefit is the highest among its tiers", () => {
    expect(highestGrant(BEFORE, "rebate")).toBe(300);
    expect(highestGrant(BEFORE, "lead_routing")).toBeNull();
  });
});

test("a tier of one person and a benefit of another leave a cell that states nothing, until it is said", () => {
  const mine = addBenefit(BEFORE, SWAG);
  const theirs = addTier(BEFORE, "gold", { key: "platinum", name: "Platinum", requires: { kind: "score", atLeast: 70 } });
  const { program } = mergePrograms(BEFORE, mine, theirs);
  expect(unstatedGrants(program)).toBe(1);
  const stated = stateGrants(program);
  expect(unstatedGrants(stated)).toBe(0);
  expect(grants(stated, "swag")).toEqual([null, null, null, null, null]);
  expect(grants(stated, "mdf")).toEqual(grants(program, "mdf"));
});

test("what is stated of tiers and benefits that are not there goes when every cell is stated", () => {
  const stray = editGrant(editGrant(BEFORE, "bronze", "mdf", 5), "gold", "yacht", true);
  expect(stateGrants(stray)).toEqual(BEFORE);
});
