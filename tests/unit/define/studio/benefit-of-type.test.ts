import { describe, expect, test } from "vitest";
import { benefitOfType, newBenefit } from "../../../../components/define/studio/benefit-of-type";
import { BENEFIT_TYPES } from "../../../../components/define/studio/benefit-words";
import { Benefit } from "../../../../lib/domain/define/benefit";

const MDF: Benefit = {
  ...{ key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "year", limits: { least: 0, most: 5 } },
  ...{ outcome: "Pipeline.", owner: "Marketing" },
};

describe("a benefit", () => {
  test.each(BENEFIT_TYPES.map(({ value }) => value))("made one of type %s is described as before", (type) => {
    const made = benefitOfType(type, MDF);
    expect(Benefit.parse(made)).toEqual(made);
    expect(made).toMatchObject({ key: "mdf", name: "MDF", kind: "mdf", type, outcome: "Pipeline.", owner: "Marketing" });
    expect(made).not.toHaveProperty("limits"); // they were of another unit
  });

  test("that is new has a key of its own, and can be stored as it is", () => {
    const first = newBenefit([MDF]);
    const second = newBenefit([MDF, first]);
    expect([first, second].map((benefit) => Benefit.parse(benefit).key)).toEqual(["benefit", "benefit_2"]);
  });
});
