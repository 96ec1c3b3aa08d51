import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { diffPrograms, type ProgramChange } from "../../../lib/domain/define/diff-programs";
import type { Program } from "../../../lib/domain/define/program";
import { outlineOf, programOf } from "../../../lib/domain/define/program-outline";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { anyProgram } from "../score/any-program";
import { criterion, group, metric, program } from "../score/run-fixture";
import { fullProgram, mapNodes, nodeNamed, winRate, withChild, withNode, withNodeIn, withoutNode } from "./full-program";

const full = fullProgram();
const { entitlements, funds = [], coverage, effort = [] } = full;
if (entitlements === undefined || coverage === undefined) throw new Error("the full program has everything");

const brief = ({ kind, path }: ProgramChange) => `${kind} ${path}`;
const changes = (after: Program, before: Program = full) => diffPrograms(before, after).map(brief);

const withoutField = (field: keyof Program): Program => {
  const { [field]: _dropped, ...rest } = full;
  return rest as Program;
};
const grant = (tier: string, benefit: string, value: number | null): Program => ({
  ...full,
  entitlements: { ...entitlements, grants: { ...entitlements.grants, [tier]: { ...entitlements.grants[tier], [benefit]: value } } },
});

describe("one edit is one change", () => {
  test.each<[string, Program, string]>([
    ["of a weight", withNode(full, "revenue_points", { weight: 50 }), "changed score.performance.revenue_points.weight"],
    [
      "of a point of a curve",
      withNode(full, "mix_points", { curve: { kind: "linear", zeroAt: 0, fullAt: 26 } }),
      "changed score.performance.mix_points.curve",
    ],
    ["of a rule for missing data", withNode(full, "mix_points", { missing: { rule: "unscored" } }), "changed score.performance.mix_points.missing"],
    ["of a criterion's metric", withNode(full, "mix_points", { metric: "growth" }), "changed score.performance.mix_points.metric"],
    ["of how a group combines", withNode(full, "score", { combine: "min" }), "changed score.combine"],
    ["that gives a group a cap", withNode(full, "fit", { cap: 90 }), "added score.fit.cap"],
    ["that gives a group a gate", withNode(full, "fit", { gate: { requires: { kind: "score", atLeast: 1 } } }), "added score.fit.gate"],
    ["that adds a criterion", withChild(full, "performance", winRate), "added score.performance.win_rate"],
    [
      "that adds a criterion in front",
      withNode(full, "fit", { children: [winRate, ...(nodeNamed(full, "fit").kind === "group" ? groupChildren("fit") : [])] }),
      "added score.fit.win_rate",
    ],
    ["that removes a criterion", withoutNode(full, "mix_points"), "removed score.performance.mix_points"],
    ["that moves a criterion to another group", withNodeIn(full, "mix_points", "fit"), "moved score.fit.mix_points"],
    [
      "of what a tier asks",
      { ...full, tiers: full.tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score", atLeast: 61 } } : tier)) },
      "changed tiers.gold.requires",
    ],
    [
      "that gives a tier seats",
      {
        ...full,
        tiers: full.tiers.map((tier) => (tier.key === "gold" ? { ...tier, capacity: { limit: { partners: 3 }, per: "all", ties: "allIn" } } : tier)),
      },
      "added tiers.gold.capacity",
    ],
    ["that removes a tier", { ...full, tiers: full.tiers.filter(({ key }) => key !== "silver") }, "removed tiers.silver"],
    ["that moves the first tier to the end", { ...full, tiers: [...full.tiers.slice(1), ...full.tiers.slice(0, 1)] }, "moved tiers.registered"],
    [
      "that moves the last metric to the front",
      { ...full, metrics: [...full.metrics.slice(-1), ...full.metrics.slice(0, -1)] },
      "moved metrics.service_sla",
    ],
    ["that adds a metric", { ...full, metrics: [metric("new"), ...full.metrics] }, "added metrics.new"],
    [
      "of a metric's window",
      {
        ...full,
        metrics: full.metrics.map((one) =>
          one.key === "growth" ? { ...one, source: { kind: "posGrowth", window: { kind: "trailingMonths", months: 6 } } } : one,
        ),
      },
      "changed metrics.growth.source",
    ],
    [
      "that describes a metric",
      { ...full, metrics: full.metrics.map((one) => (one.key === "growth" ? { ...one, description: "How fast" } : one)) },
      "added metrics.growth.description",
    ],
    ["of a rate", { ...full, exchangeRates: [{ currency: "EUR", rate: 1.2 }, ...full.exchangeRates.slice(1)] }, "changed exchangeRates.EUR"],
    ["of grace", { ...full, movement: { ...full.movement, graceReviews: 2 } }, "changed movement.graceReviews"],
    ["that keeps tiers for the year", { ...full, movement: { ...full.movement, keep: { programYears: 0 } } }, "added movement.keep"],
    ["of a grant", grant("gold", "mdf", 12_000), "changed entitlements.gold.mdf"],
    ["that takes a grant away", grant("gold", "mdf", null), "changed entitlements.gold.mdf"],
    [
      "of a benefit's limits",
      {
        ...full,
        entitlements: {
          ...entitlements,
          benefits: entitlements.benefits.map((benefit) => (benefit.key === "rebate" ? { ...benefit, limits: { least: 0, most: 600 } } : benefit)),
        },
      },
      "changed entitlements.rebate.type",
    ],
    [
      "of who answers for a benefit",
      {
        ...full,
        entitlements: {
          ...entitlements,
          benefits: entitlements.benefits.map((benefit) => (benefit.key === "rebate" ? { ...benefit, owner: "Sales" } : benefit)),
        },
      },
      "changed entitlements.rebate.owner",
    ],
    [
      "of a fund's bound",
      { ...full, funds: funds.map((fund) => ({ ...fund, bounds: { ...fund.bounds, gold: { floor: 1, cap: 2 } } })) },
      "changed funds.mdf.bounds.gold",
    ],
    ["that drops the fund", withoutField("funds"), "removed funds.mdf"],
    ["of the coverage rule", { ...full, coverage: { ...coverage, qualifiedTier: "gold" } }, "changed coverage.qualifiedTier"],
    ["that drops the coverage rule", withoutField("coverage"), "removed coverage"],
    [
      "of an effort",
      { ...full, effort: [...effort.slice(0, 1), ...effort.slice(1).map((one) => ({ ...one, leadDays: { first: 1, each: 1 } }))] },
      "changed effort.certified_people",
    ],
    ["of the currency", { ...full, currency: "EUR" }, "changed currency"],
    ["of the readings", { ...full, readings: { kind: "regions", level: 1 } }, "changed readings"],
    ["that drops the readings", withoutField("readings"), "removed readings"],
    ["of the robustness rule", { ...full, robustness: { spreadPercent: 30, solidFromPercent: 90 } }, "changed robustness"],
    ["of the qualification", { ...full, qualification: "ladder" }, "changed qualification"],
  ])("%s", (_name, after, change) => expect(changes(after)).toEqual([change]));

  it("of a group that is added, and one of each of its children", () => {
    const after = withChild(full, "score", group("trust", [criterion("a"), group("deep", [criterion("b")])]));
    expect(changes(after)).toEqual(["added score.trust", "added score.trust.a", "added score.trust.deep", "added score.trust.deep.b"]);
  });

  it("of a criterion that becomes a group is one of its kind", () => {
    const after = {
      ...full,
      score: mapNodes(full.score, (node) =>
        node.key === "mix_points" ? group("mix_points", [winRate], { name: node.name, weight: node.weight }) : node,
      ),
    };
    expect(changes(after)).toEqual(["changed score.performance.mix_points.kind", "added score.performance.mix_points.win_rate"]);
  });

  it("is told with both values, and a move with both places", () => {
    expect(diffPrograms(full, withNode(full, "revenue_points", { weight: 50 }))).toEqual([
      {
        kind: "changed",
        path: "score.performance.revenue_points.weight",
        part: "node",
        key: "revenue_points",
        statement: "weight",
        before: 60,
        after: 50,
      },
    ]);
    expect(diffPrograms(full, withNodeIn(full, "mix_points", "fit"))).toEqual([
      {
        kind: "moved",
        path: "score.fit.mix_points",
        part: "node",
        key: "mix_points",
        statement: null,
        before: { list: "score.performance", behind: "growth_points" },
        after: { list: "score.fit", behind: "service_points" },
      },
    ]);
  });

  it("is told beside the move of a node that was changed too", () => {
    expect(changes(withNodeIn(withNode(full, "mix_points", { weight: 1 }), "mix_points", "fit"))).toEqual([
      "moved score.fit.mix_points",
      "changed score.fit.mix_points.weight",
    ]);
  });
});

function groupChildren(key: string) {
  const node = nodeNamed(full, key);
  return node.kind === "group" ? node.children : [];
}

const anyPair = fc.tuple(anyProgram(), anyProgram());

describe("of any programs", () => {
  it("nothing has changed exactly where the documents say the same", () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        expect(diffPrograms(a, structuredClone(a))).toEqual([]);
        expect(diffPrograms(a, b).length === 0).toBe(canonicalJson(a) === canonicalJson(b));
      }),
    );
  });

  it("no more has changed than the two of them state, each thing and each of its statements once", () => {
    fc.assert(
      fc.property(anyPair, ([a, b]) => {
        const statements = [a, b].flatMap((document) =>
          [...outlineOf(document).values()].flatMap(({ id, statements: said }) => [id, ...Object.keys(said).map((name) => `${id} ${name}`)]),
        );
        const found = diffPrograms(a, b);
        expect(found.length).toBeLessThanOrEqual(new Set(statements).size);
        expect(new Set(found.map(({ kind, path }) => `${kind} ${path}`)).size).toBe(found.length);
      }),
    );
  });

  it("what is taken apart is put together again as it was", () => {
    fc.assert(
      fc.property(anyProgram(), (document) => {
        expect(canonicalJson(programOf(outlineOf(document)))).toBe(canonicalJson(document));
      }),
    );
    expect(programOf(outlineOf(full))).toEqual(full);
  });
});

describe("of a program that uses a key twice", () => {
  const twice = program({ score: group("root", [criterion("a"), criterion("a", { weight: 2 })]) });

  it("both are told apart", () => {
    expect(diffPrograms(twice, structuredClone(twice))).toEqual([]);
    const once = program({ score: group("root", [criterion("a")]) });
    expect(diffPrograms(once, twice).map(({ kind, key }) => `${kind} ${key}`)).toEqual(["added a#2"]);
  });
});
