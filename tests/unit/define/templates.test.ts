import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { parseProgram } from "../../../lib/domain/define/parse-program";
import type { Condition, Program, ScoreNode } from "../../../lib/domain/define/program";
import { PROGRAM_TEMPLATES } from "../../../lib/domain/define/templates/program-templates";
import { fiscalMonthEnds } from "../../../lib/domain/define/templates/template";
import { decisionOn, partner } from "../score/run-fixture";
import { nodesOf } from "./full-program";

const programs = PROGRAM_TEMPLATES.map((template) => template.program("USD"));
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

describe.each(PROGRAM_TEMPLATES.map((template) => [template.name, template] as const))("the template %s", (_name, template) => {
  test.each(["USD", "EUR", "JPY", "KWD", "ISK"])("is a program in %s that may be published", (currency) => {
    for (const fiscalStartMonth of MONTHS) {
      const program = template.program(currency, { fiscalStartMonth });
      expect(parseProgram(JSON.parse(JSON.stringify(program)))).toEqual({ ok: true, program });
      expect(program.currency).toBe(currency);
      expect(program.fiscalCalendar.startMonth).toBe(fiscalStartMonth);
      expect(checkProgram(program).map(({ path: at, code }) => `${at} ${code}`)).toEqual(
        template.key === "reseller_ladder" ? ["entitlements.platinum.rebate grant_below_lower_tier"] : [],
      );
    }
  });

  test.each([[[]], [["bikes"]], [["bikes", "clothing", "components"]]])("takes the categories %j", (categories) => {
    const program = template.program("USD", { categories });
    expect(parseProgram(program).ok).toBe(true);
    const filters = JSON.stringify(program.metrics).match(/"categories":\[[^\]]*\]/g) ?? [];
    for (const filter of filters) if (categories.length > 0) expect(filter).toMatch(/bikes|clothing/);
  });

  it("gives a partner without anything a decision, and not the highest tier", () => {
    const program = template.program("USD");
    expect(decisionOn(partner("p"), program).decided).toBe(program.tiers[0]?.key);
  });

  it("advises on metrics that it scores or asks for", () => {
    const program = template.program("USD");
    const used = JSON.stringify([program.score, program.tiers, program.metrics.map(({ source }) => source)]);
    for (const { metric } of program.effort ?? []) expect(used).toContain(`"${metric}"`);
    expect(program.effort?.length).toBeGreaterThan(1);
  });

  it("is described in docs/templates.md with what it teaches", () => {
    const docs = readFileSync(path.join(import.meta.dirname, "../../../docs/templates.md"), "utf8").replace(/\s+/g, " ");
    expect(docs).toContain(`## ${template.name} `);
    expect(docs).toContain(template.forWhom);
    expect(docs).toContain(template.teaches);
  });
});

describe("the templates together", () => {
  it("are six, with names and keys of their own", () => {
    expect(new Set(PROGRAM_TEMPLATES.map(({ key }) => key)).size).toBe(6);
    expect(new Set(PROGRAM_TEMPLATES.map(({ name }) => name)).size).toBe(6);
  });

  const nodes = programs.flatMap(({ score }) => nodesOf(score));
  const groups = nodes.flatMap((node) => (node.kind === "group" ? [node] : []));
  const curves = nodes.flatMap((node) => (node.kind === "criterion" ? [node.curve] : []));
  const conditions = programs.flatMap(({ tiers }) => tiers.flatMap(({ requires }) => (requires === null ? [] : conditionsOf(requires))));
  const sources = programs.flatMap(({ metrics }) => metrics.map(({ source }) => source));
  const some = (holds: (program: Program) => boolean) => programs.some(holds);

  test.each<[string, boolean]>([
    ...(["arithmetic", "geometric", "harmonic", "sum", "max"] as const).map((combine): [string, boolean] => [
      `a ${combine} group`,
      groups.some((group) => group.combine === combine),
    ]),
    ...(["linear", "log", "points", "steps", "perUnit", "percentile", "zscore", "minmax"] as const).map((kind): [string, boolean] => [
      `a ${kind} curve`,
      curves.some((curve) => curve.kind === kind),
    ]),
    ["four levels of score", some(({ score }) => depthOf(score) >= 4)],
    ["a peer group by an attribute", curves.some((curve) => "peers" in curve && curve.peers !== "all")],
    ["decisions on whole points", some(({ scoreDecimals }) => scoreDecimals === 0)],
    ["points that are capped", groups.some(({ combine, cap }) => combine === "sum" && cap !== undefined && cap < 100)],
    ["two tracks of which the better counts", groups.some(({ combine, children }) => combine === "max" && children.length === 2)],
    ["a step that earns nothing before the earlier ones", groups.some(({ gate }) => gate?.requires.kind === "metric")],
    ["at least 70, and every figure above zero", hasBeside({ kind: "node", atLeast: 70 }, { kind: "leavesAbove", above: 0 })],
    ["another way to meet a minimum", conditions.some((condition) => condition.kind === "any" && condition.of.some(({ kind }) => kind === "metric"))],
    ["at least n of several", conditions.some(({ kind }) => kind === "atLeast")],
    ["a negation", conditions.some(({ kind }) => kind === "not")],
    ["an attribute", conditions.some(({ kind }) => kind === "attribute")],
    ["tiers that stand alone", some(({ qualification }) => qualification === "highestMet")],
    ["a ladder", some(({ qualification }) => qualification === "ladder")],
    [
      "people counted by track and level",
      sources.some((source) => source.kind === "certifiedPeople" && source.tracks && source.minLevel !== undefined),
    ],
    ["a ratio", sources.some(({ kind }) => kind === "ratio")],
    ["a window before", sources.some((source) => "window" in source && "previous" in source.window)],
    ["rates by sale date", sources.some((source) => source.kind === "posRevenue" && source.rates !== undefined)],
    ["plan rates", some(({ exchangeRates }) => exchangeRates.length > 0)],
    [
      "promotion by the quarter and demotion by the half-year",
      some(({ movement }) => monthsOf(movement.promoteAt) === 4 && monthsOf(movement.demoteAt) === 2),
    ],
    ["a hold margin with grace", some(({ movement }) => movement.holdMargin > 0 && movement.graceReviews > 0)],
    ["a tier kept for the program year", some(({ movement }) => movement.keep !== undefined)],
    [
      "entry at the lowest tier for the first year",
      some(({ movement, tiers }) => movement.newPartners?.months === 12 && movement.newPartners.tier === tiers[0]?.key),
    ],
    ["a best month end of six", some(({ readings }) => readings?.kind === "monthEnds" && readings.last === 6)],
    ["a best region", some(({ readings }) => readings?.kind === "regions")],
    [
      "at most n partners for each region",
      some(({ tiers }) => tiers.some(({ capacity }) => capacity !== undefined && "partners" in capacity.limit && capacity.per !== "all")),
    ],
    ["a share of all partners", some(({ tiers }) => tiers.some(({ capacity }) => capacity !== undefined && "percent" in capacity.limit))],
    ["a fund", some(({ funds }) => funds !== undefined)],
    ["a coverage rule", some(({ coverage }) => coverage !== undefined)],
    ["a robustness rule", some(({ robustness }) => robustness !== undefined)],
    ["data that is missing", nodes.some((node) => node.kind === "criterion" && node.missing.rule === "reweight")],
  ])("use %s", (_what, isUsed) => expect(isUsed).toBe(true));

  function hasBeside(node: object, leaves: object): boolean {
    return conditions.some((condition) => {
      if (condition.kind !== "all") return false;
      const has = (part: object) =>
        condition.of.some((term) => Object.entries(part).every(([key, value]) => key in term && term[key as keyof Condition] === value));
      return has(node) && has(leaves);
    });
  }
});

function conditionsOf(condition: Condition): readonly Condition[] {
  if ("of" in condition) return [condition, ...condition.of.flatMap(conditionsOf)];
  return condition.kind === "not" ? [condition, ...conditionsOf(condition.condition)] : [condition];
}

function depthOf(node: ScoreNode): number {
  return node.kind === "criterion" ? 1 : 1 + Math.max(...node.children.map(depthOf));
}

function monthsOf(reviews: Program["movement"]["promoteAt"]): number {
  return reviews === "everyRun" ? 12 : reviews.months.length;
}

test.each([
  [1, 3, [3, 6, 9, 12]],
  [1, 6, [6, 12]],
  [1, 12, [12]],
  [12, 3, [2, 5, 8, 11]],
  [4, 6, [3, 9]],
  [2, 12, [1]],
] as const)("fiscal years from month %i end every %i months in %j", (start, every, months) => {
  expect(fiscalMonthEnds(start, every)).toEqual(months);
});
