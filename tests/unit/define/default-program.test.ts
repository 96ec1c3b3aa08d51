import { describe, expect, it } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import { programJsonSchema } from "../../../lib/domain/define/program-json-schema";
import { decisionOn, nodeOf, partner } from "../score/run-fixture";

describe("the default program", () => {
  it("takes its thresholds and mix categories from its options", () => {
    const rules = defaultProgram("EUR", {
      revenue: { zeroAt: 1, fullAt: 100 },
      pipeline: { zeroAt: 2, fullAt: 200 },
      eliteRevenue: 77,
      mixCategories: ["Clothing"],
    });
    expect(checkProgram(rules)).toEqual([]);
    expect(rules.currency).toBe("EUR");
    expect(rules.metrics.find(({ key }) => key === "mix")?.source).toMatchObject({ share: { categories: ["Clothing"] } });
    expect(JSON.stringify(rules.tiers)).toContain('"value":77');
    expect(nodeOf(decisionOn(partner("p", { revenue: 10, open_pipeline: 20 }), rules), "revenue_points").points).toBeCloseTo(50, 10);
    expect(nodeOf(decisionOn(partner("p", { revenue: 10, open_pipeline: 20 }), rules), "pipeline_points").points).toBeCloseTo(50, 10);
  });

  it("gives a partner with all of everything 100 points and the highest tier", () => {
    const all = { revenue: 2e6, growth: 40, mix: 30, active_regions: 4, open_pipeline: 1e6, certified_people: 6, service_sla: 99 };
    expect(decisionOn(partner("p", all), defaultProgram("USD"))).toMatchObject({ score: 100, decided: "elite" });
  });

  it("gives a partner without anything 0 points and the lowest tier", () => {
    expect(decisionOn(partner("p"), defaultProgram("USD"))).toMatchObject({ score: 0, decided: "registered" });
  });
});

describe("the program's JSON Schema", () => {
  it("names the recursive parts and lets fields with a default be left out", () => {
    const schema: unknown = programJsonSchema();
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      $defs: { Condition: {}, ScoreNode: {} },
    });
    const pipeline = /\{"type":"object","properties":\{"kind":\{"type":"string","const":"openPipeline"\}.*?"required":(\[[^\]]*\])/.exec(
      JSON.stringify(schema),
    );
    expect(pipeline?.[1]).toBe('["kind"]');
  });

  it("is the same each time", () => {
    expect(JSON.stringify(programJsonSchema())).toBe(JSON.stringify(programJsonSchema()));
  });
});
