import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editNode, placedNodes } from "../../../lib/domain/define/edit-score";
import type { Program } from "../../../lib/domain/define/program";
import { type Ground, type Look, whatIf } from "../../../lib/domain/optimize/what-if";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { simulationGround } from "../../support/simulation-ground";
import { anyPartners, anyProgram } from "../score/any-program";
import { criterion, day, group, metric, partner, program } from "../score/run-fixture";

const AS_OF = day("2013-11-30");
const LOOK: Look = { by: "decided", listed: "all", page: 1, grouping: null, behind: null, cliffs: false };

function groundOf(program: Program, partners: readonly PartnerInput[]): Ground {
  return simulationGround({ program, asOf: AS_OF, partners });
}

const partners = [
  partner("P1", { a: 95 }, { attributes: { region: "north" } }),
  partner("P2", { a: 70 }, { attributes: { region: "north" } }),
  partner("P3", { a: 20 }, { attributes: { region: "south" } }),
  partner("P4", { a: null }, { attributes: { region: "south" } }),
];
const cutAt = (silver: number, gold: number): Program =>
  program({
    tiers: [
      { key: "bronze", name: "Bronze", requires: null },
      { key: "silver", name: "Silver", requires: { kind: "score", atLeast: silver } },
      { key: "gold", name: "Gold", requires: { kind: "score", atLeast: gold } },
    ],
  });

describe("trying rules again and again", () => {
  it("gives, whatever was tried before, what trying them for the first time gives", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyProgram(), anyPartners, fc.array(anyProgram(), { minLength: 1, maxLength: 4 }), (rules, people, tried) => {
        const ground = groundOf(rules, people);
        const again = whatIf(ground);
        for (const one of [...tried, ...tried]) expect(again(one, LOOK)).toEqual(whatIf(ground)(one, LOOK));
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same where a draft is edited step by step, and most of it stays as it was tried", { timeout: 60_000 }, () => {
    const edit = fc.record({ node: fc.nat(), weight: fc.integer({ min: 1, max: 9 }), combine: fc.constantFrom("arithmetic", "geometric", "max") });
    fc.assert(
      fc.property(anyProgram(), anyPartners, fc.array(edit, { minLength: 1, maxLength: 5 }), (rules, people, edits) => {
        const ground = groundOf(rules, people);
        const again = whatIf(ground);
        let draft = rules;
        for (const { node: place, weight, combine } of edits) {
          const nodes = placedNodes(draft.score);
          const key = nodes[place % nodes.length]?.node.key ?? "";
          draft = editNode(draft, key, (old) => ({ ...old, weight, ...(old.kind === "group" && { combine }) }));
          expect(again(draft, LOOK)).toEqual(whatIf(ground)(draft, LOOK));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("counts, lists and pages who moves, the furthest first", () => {
    const tryRules = whatIf(groundOf(program(), partners));
    const { effects, moved } = tryRules(cutAt(10, 99), { ...LOOK, listed: "demoted" });
    expect(effects).toMatchObject({ partners: 4, decided: { promoted: 1, demoted: 1, unchanged: 2, unplaced: 0 } });
    expect(effects.after.map(({ tier, partners: count }) => [tier, count])).toEqual([
      ["bronze", 1],
      ["silver", 3],
      ["gold", 0],
    ]);
    expect(moved).toMatchObject({
      total: 1,
      page: 1,
      pages: 1,
      partners: [{ row: 0, from: 2, to: 1, steps: -1, scoreBefore: 95, scoreAfter: 95, rank: 1 }],
    });
    expect(tryRules(cutAt(10, 99), { ...LOOK, listed: "promoted", page: 7 }).moved).toMatchObject({ total: 1, page: 1, partners: [{ row: 2 }] });
    expect(tryRules(cutAt(10, 99), LOOK).moved.partners.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });

  it("lists two steps down before one", () => {
    const { moved } = whatIf(groundOf(program(), partners))(cutAt(96, 97), { ...LOOK, listed: "demoted" });
    expect(moved.partners.map(({ row, steps }) => [row, steps])).toEqual([
      [0, -2],
      [1, -1],
    ]);
  });

  it("counts values on a scale, points, conditions and movements behind a rule", () => {
    const rules = program({
      score: group("all", [criterion("a"), criterion("b", { missing: { rule: "reweight" } })]),
      tiers: [
        { key: "bronze", name: "Bronze", requires: null },
        {
          ...{ key: "silver", name: "Silver" },
          requires: {
            kind: "all",
            of: [
              { kind: "score", atLeast: 50 },
              { kind: "not", condition: { kind: "attribute", attribute: "region", op: "in", values: ["south"] } },
              { kind: "metric", metric: "a", op: ">=", value: 90 },
            ],
          },
        },
      ],
    });
    const tryRules = whatIf(groundOf(rules, partners));
    const look = (behind: Look["behind"]) => tryRules(rules, { ...LOOK, behind }).behind;
    expect(look({ kind: "tier", tier: "silver" })).toMatchObject({
      kind: "condition",
      counts: {
        ...{ met: 1, short: 3, noData: 0 },
        of: [
          { met: 2, short: 2, noData: 0 },
          { met: 2, short: 2, noData: 0, of: [{ met: 2, short: 2 }] },
          { met: 1, short: 2, noData: 1 },
        ],
      },
    });
    expect(look({ kind: "metric", metric: "a", scale: null })).toMatchObject({ values: { from: 20, to: 95, extent: [20, 95], withoutData: 1 } });
    expect(look({ kind: "metric", metric: "a", scale: { from: 1, until: 100, kind: "log" } })).toMatchObject({
      values: { from: 1, to: 100, scale: "log", extent: [20, 95], withoutData: 1 },
    });
    expect(look({ kind: "group", node: "b" })).toMatchObject({ points: { withoutData: 4 }, gate: null });
    expect(look({ kind: "movement" })).toEqual({ kind: "movement", codes: { entered: 4 } });
    for (const gone of [
      { kind: "group", node: "x" },
      { kind: "tier", tier: "x" },
      { kind: "tier", tier: "bronze" },
    ] as const)
      expect(look(gone)).toBeNull();
  });

  it("divides the partners by what they have in common, and says which metrics were not measured for these rules", () => {
    const tryRules = whatIf(groundOf(program(), partners));
    const rules = program({ metrics: [...program().metrics, metric("new")] });
    const trial = tryRules(rules, { ...LOOK, grouping: { by: "attribute", attribute: "region" } });
    expect(trial.groupings).toEqual([{ by: "attribute", attribute: "region" }]);
    expect(trial.fairness?.groups.map(({ group: name, partners: count }) => [name, count])).toEqual([
      ["north", 2],
      ["south", 2],
    ]);
    expect(trial.unmeasured).toEqual(["new"]);
  });

  it("works out the cuts between tiers only for who looks at them", () => {
    const tryRules = whatIf(groundOf(program(), partners));
    expect(tryRules(program(), LOOK).cliffs).toBeNull();
    expect(tryRules(program(), { ...LOOK, cliffs: true }).cliffs?.map(({ upper, cut, below }) => [upper, cut, below])).toEqual([
      ["Silver", 50, 0],
      ["Gold", 80, 0],
    ]);
  });
});
