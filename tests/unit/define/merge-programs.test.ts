import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { diffPrograms } from "../../../lib/domain/define/diff-programs";
import { type MergeConflict, mergePrograms } from "../../../lib/domain/define/merge-programs";
import { Program, type ScoreNode } from "../../../lib/domain/define/program";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { seededRandom } from "../../../lib/domain/shared/seeded-random";
import { anyProgram } from "../score/any-program";
import { criterion, group, metric, program } from "../score/run-fixture";
import { anyEdit, areDisjoint, type Edit } from "./any-edit";
import { fullProgram, mapNodes, nodesOf, winRate, withChild, withNode, withNodeIn, withoutNode } from "./full-program";

const full = fullProgram();
const { entitlements } = full;
if (entitlements === undefined) throw new Error("the full program grants something");

const merged = (mine: Program, theirs: Program, base: Program = full) => mergePrograms(base, mine, theirs);
const brief = ({ path, statement, mine, theirs, kept }: MergeConflict) => [path, statement, mine, theirs, kept];
const keysOf = (score: ScoreNode) => nodesOf(score).map(({ key }) => key);
const tree = (score: ScoreNode): unknown => (score.kind === "criterion" ? score.key : { [score.key]: score.children.map(tree) });
const withScore = (score: ScoreNode) => program({ score });
const inOrder = (...tiers: string[]): Program => ({ ...full, tiers: tiers.flatMap((key) => full.tiers.filter((tier) => tier.key === key)) });
const tierKeys = ({ tiers }: Program) => tiers.map(({ key }) => key);
const newTier = (key: string): Program["tiers"][number] => ({ key, name: key, requires: { kind: "score", atLeast: 90 } });

describe("what two people did is done together", () => {
  it("when one changes a weight and the other the curve beside it", () => {
    const curve = { kind: "linear", zeroAt: 0, fullAt: 30 } as const;
    expect(merged(withNode(full, "mix_points", { weight: 5 }), withNode(full, "mix_points", { curve }))).toEqual({
      program: withNode(withNode(full, "mix_points", { weight: 5 }), "mix_points", { curve }),
      conflicts: [],
    });
  });

  it("when one moves a criterion and the other changes it", () => {
    const { program: result, conflicts } = merged(withNodeIn(full, "mix_points", "fit"), withNode(full, "mix_points", { weight: 5 }));
    expect(result).toEqual(withNode(withNodeIn(full, "mix_points", "fit"), "mix_points", { weight: 5 }));
    expect(conflicts).toEqual([]);
  });

  it("when each adds a criterion to the same place", () => {
    const mine = withChild(full, "fit", { ...winRate, key: "zeal" });
    const theirs = withChild(full, "fit", { ...winRate, key: "ardour" });
    expect(keysOf(merged(mine, theirs).program.score).slice(-4)).toEqual(["certified_points", "service_points", "ardour", "zeal"]);
    expect(merged(mine, theirs)).toEqual(merged(theirs, mine));
  });

  it("when one reorders the tiers and the other adds one above Silver and removes another", () => {
    const theirs = {
      ...full,
      tiers: full.tiers.flatMap((tier) => (tier.key === "silver" ? [tier, newTier("silver_plus")] : tier.key === "elite" ? [] : [tier])),
    };
    const { program: result, conflicts } = merged(inOrder("registered", "gold", "silver", "elite"), theirs);
    expect(tierKeys(result)).toEqual(["registered", "gold", "silver", "silver_plus"]);
    expect(conflicts).toEqual([]);
  });

  it("when one removes a group and the other puts its children elsewhere", () => {
    const mine = withoutNode(full, "fit");
    const theirs = withNodeIn(withNodeIn(withChild(full, "fit", winRate), "certified_points", "potential"), "service_points", "potential");
    expect(tree(merged(mine, withoutNode(theirs, "fit")).program.score)).toEqual({
      score: [
        { performance: ["revenue_points", "growth_points", "mix_points"] },
        { potential: ["coverage_points", "pipeline_points", "certified_points", "service_points"] },
      ],
    });
  });

  it("when one wraps the whole score in a new group and the other adds a criterion to it", () => {
    const mine = { ...full, score: group("total", [full.score, criterion("extra")]) };
    const { program: result, conflicts } = merged(mine, withChild(full, "score", winRate));
    expect(tree(result.score)).toEqual(tree(withChild(mine, "score", winRate).score));
    expect(conflicts).toEqual([]);
  });

  it("when one swaps a group with the group in it", () => {
    const base = withScore(group("root", [group("outer", [group("inner", [criterion("a")]), criterion("b")])]));
    const theirs = withScore(group("root", [group("inner", [group("outer", [criterion("b")]), criterion("a")])]));
    const mine = withNode(base, "a", { weight: 7 });
    expect(merged(mine, theirs, base)).toEqual({ program: withNode(theirs, "a", { weight: 7 }), conflicts: [] });
  });

  it("when one begins to grant a benefit to Gold and the other changes what Silver is granted", () => {
    const grants = (tier: string, benefit: string, grant: number) => ({
      ...entitlements.grants,
      [tier]: { ...entitlements.grants[tier], [benefit]: grant },
    });
    const { program: result, conflicts } = merged(
      { ...full, entitlements: { ...entitlements, grants: grants("gold", "mdf", 1) } },
      { ...full, entitlements: { ...entitlements, grants: grants("silver", "mdf", 2) } },
    );
    expect([result.entitlements?.grants.gold?.mdf, result.entitlements?.grants.silver?.mdf]).toEqual([1, 2]);
    expect(conflicts).toEqual([]);
  });

  it("when it is the same thing", () => {
    const both = withoutNode(withNode(full, "fit", { weight: 99 }), "mix_points");
    expect(merged(both, structuredClone(both))).toEqual({ program: both, conflicts: [] });
  });
});

describe("what contradicts itself is told, with both versions", () => {
  test.each<[string, Program, Program, unknown[]]>([
    ["a weight", withNode(full, "fit", { weight: 30 }), withNode(full, "fit", { weight: 40 }), ["score.fit.weight", "weight", 30, 40, "mine"]],
    [
      "a grace",
      { ...full, movement: { ...full.movement, graceReviews: 2 } },
      { ...full, movement: { ...full.movement, graceReviews: 3 } },
      ["movement.graceReviews", "graceReviews", 2, 3, "mine"],
    ],
    [
      "a criterion that both add",
      withChild(full, "fit", winRate),
      withChild(full, "fit", { ...winRate, weight: 11 }),
      ["score.fit.win_rate.weight", "weight", 10, 11, "mine"],
    ],
    [
      "a criterion's place",
      withNodeIn(full, "mix_points", "fit"),
      withNodeIn(full, "mix_points", "potential"),
      ["score.fit.mix_points", null, "score.fit", "score.potential", "mine"],
    ],
    [
      "a criterion that I removed and they changed",
      withoutNode(full, "mix_points"),
      withNode(full, "mix_points", { weight: 5 }),
      ["score.performance.mix_points", null, undefined, "score.performance", "theirs"],
    ],
    [
      "a criterion that they removed and I changed",
      withNode(full, "mix_points", { weight: 5 }),
      withoutNode(full, "mix_points"),
      ["score.performance.mix_points", null, "score.performance", undefined, "mine"],
    ],
    [
      "a criterion that I removed and they moved",
      withoutNode(full, "mix_points"),
      withNodeIn(full, "mix_points", "fit"),
      ["score.fit.mix_points", null, undefined, "score.fit", "theirs"],
    ],
    [
      "a tier that I removed and they changed",
      inOrder("registered", "silver", "elite"),
      { ...full, tiers: full.tiers.map((tier) => (tier.key === "gold" ? { ...tier, name: "Or" } : tier)) },
      ["tiers.gold", null, undefined, "tiers", "theirs"],
    ],
    [
      "the order of the tiers",
      inOrder("registered", "gold", "silver", "elite"),
      inOrder("registered", "silver", "elite", "gold"),
      ["tiers", "order", ["registered", "gold", "silver", "elite"], ["registered", "silver", "elite", "gold"], "mine"],
    ],
  ])("%s", (_name, mine, theirs, told) => {
    const { program: result, conflicts } = merged(mine, theirs);
    expect(conflicts.map(brief)).toEqual([told]);
    expect(Program.safeParse(result).success).toBe(true);
  });

  it("and mine is kept where both changed one statement", () => {
    expect(merged(withNode(full, "fit", { weight: 30 }), withNode(full, "fit", { weight: 40 })).program).toEqual(
      withNode(full, "fit", { weight: 30 }),
    );
  });

  it("and what one removed and the other changed is kept as it was changed", () => {
    const changed = withNode(full, "mix_points", { weight: 5 });
    expect(merged(withoutNode(full, "mix_points"), changed).program).toEqual(changed);
    expect(merged(changed, withoutNode(full, "mix_points")).program).toEqual(changed);
  });

  it("when I remove a group to which they add a criterion: the group stays, with that criterion alone", () => {
    const { program: result, conflicts } = merged(withoutNode(full, "fit"), withChild(full, "fit", winRate));
    expect(tree(result.score)).toMatchObject({ score: [{}, {}, { fit: ["win_rate"] }] });
    expect(conflicts.map(brief)).toEqual([["score.fit", null, undefined, "score", "theirs"]]);
  });

  it("when one makes a group of a criterion whose curve the other changed: mine stays what it is", () => {
    const curve = { kind: "linear", zeroAt: 0, fullAt: 30 } as const;
    const asGroup = {
      ...full,
      score: mapNodes(full.score, (node) => (node.key === "mix_points" ? group("mix_points", [winRate], { name: node.name, weight: 4 }) : node)),
    };
    const { program: result, conflicts } = merged(withNode(full, "mix_points", { curve }), asGroup);
    expect(result).toEqual(withNode(withNode(full, "mix_points", { curve }), "mix_points", { weight: 4 }));
    expect(conflicts.map(({ path, kept }) => [path, kept])).toEqual([
      ["score.performance.mix_points.win_rate", "mine"],
      ["score.performance.mix_points.kind", "mine"],
    ]);
  });

  it("when each moves one of two groups into the other: no circle, mine stays", () => {
    const base = withScore(group("root", [group("x", [criterion("a")]), group("y", [criterion("b")])]));
    const mine = withScore(group("root", [group("y", [criterion("b"), group("x", [criterion("a")])])]));
    const theirs = withScore(group("root", [group("x", [criterion("a"), group("y", [criterion("b")])])]));
    const { program: result, conflicts } = merged(mine, theirs, base);
    expect(tree(result.score)).toEqual(tree(mine.score));
    expect(conflicts.map(brief)).toEqual([["score.y", null, "score", "score.x", "mine"]]);
  });

  it("when each takes another of a group's two children away: the second stays", () => {
    const base = withScore(group("root", [group("pair", [criterion("a"), criterion("b")]), criterion("c")]));
    const { program: result, conflicts } = merged(withoutNode(base, "a"), withNodeIn(base, "b", "root"), base);
    expect(tree(result.score)).toEqual({ root: [{ pair: ["b"] }, "c"] });
    expect(conflicts.map(brief)).toEqual([["score.pair.b", null, "score.pair", "score", "mine"]]);
  });

  it("when each removes another of two metrics: one must stay, mine", () => {
    const base = program({ metrics: [metric("a"), metric("b")] });
    const { program: result, conflicts } = merged(program({ metrics: [metric("a")] }), program({ metrics: [metric("b")] }), base);
    expect(result.metrics).toEqual([metric("a")]);
    expect(conflicts.map(brief)).toEqual([["metrics.a", null, "metrics", undefined, "mine"]]);
  });

  it("when both add tiers and there are too many for a program: theirs are left out", () => {
    const add = (letter: string) => ({ ...full, tiers: [...full.tiers, ...Array.from({ length: 12 }, (_, i) => newTier(`${letter}${i}`))] });
    const { program: result, conflicts } = merged(add("m"), add("t"));
    expect(result.tiers).toEqual(add("m").tiers);
    expect(conflicts.map(({ path }) => path)).toEqual(Array.from({ length: 12 }, (_, i) => `tiers.t${i}`));
  });

  it("when I drop the entitlements in which they change a grant: nothing is granted without a catalogue", () => {
    const { entitlements: _dropped, ...mine } = full;
    const theirs = { ...full, entitlements: { ...entitlements, grants: { ...entitlements.grants, gold: { ...entitlements.grants.gold, mdf: 1 } } } };
    const { program: result, conflicts } = merged(mine, theirs);
    expect(result).toEqual(mine);
    expect(conflicts.map(brief)).toEqual([["entitlements.gold", null, undefined, "entitlements", "mine"]]);
  });
});

describe("undo", () => {
  it("takes back one edit and keeps what came after it", () => {
    const edited = withNode(full, "fit", { weight: 30 });
    const current = withNode(withoutNode(edited, "mix_points"), "potential", { name: "Room to grow" });
    expect(merged(full, current, edited)).toEqual({
      program: withNode(withoutNode(full, "mix_points"), "potential", { name: "Room to grow" }),
      conflicts: [],
    });
  });
});

const isSame = (a: Program, b: Program) => expect(canonicalJson(a)).toBe(canonicalJson(b));
const changesOf = (before: Program, after: Program) =>
  diffPrograms(before, after).map(({ kind, part, key, statement }) => [kind, part, key, statement].join(" "));

/** Two edits of the full program that have nothing to do with each other. */
const anyDisjointEdits = fc
  .integer()
  .map((seed): [Edit | null, Edit | null] => {
    const random = seededRandom(seed);
    const draw = (below: number) => Math.floor(random() * below);
    return [anyEdit(full, draw), anyEdit(full, draw)];
  })
  .filter((edits): edits is [Edit, Edit] => edits[0] !== null && edits[1] !== null && areDisjoint(edits[0], edits[1]));

describe("of any programs", () => {
  it("one that did nothing gives the other, and two that did the same give that", () => {
    fc.assert(
      fc.property(anyProgram(), anyProgram(), (base, other) => {
        for (const { program: result, conflicts } of [
          merged(base, other, base),
          merged(other, base, base),
          merged(other, structuredClone(other), base),
        ]) {
          isSame(result, other);
          expect(conflicts).toEqual([]);
        }
      }),
    );
  });

  it("any three merge to a program in which each node is once, and everything contested is told", () => {
    fc.assert(
      fc.property(anyProgram(), anyProgram(), anyProgram(), (base, mine, theirs) => {
        const { program: result, conflicts } = merged(mine, theirs, base);
        expect(Program.safeParse(result).success).toBe(true);
        const keys = keysOf(result.score);
        expect(new Set(keys).size).toBe(keys.length);
        for (const conflict of conflicts) expect(canonicalJson({ of: conflict.mine })).not.toBe(canonicalJson({ of: conflict.theirs }));
        const done = new Set(changesOf(base, result));
        const isLost = changesOf(base, mine).some((change) => !change.startsWith("moved") && !done.has(change));
        if (isLost) expect(conflicts.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it("edits that have nothing to do with each other are both done, in whichever order, without a conflict", () => {
    fc.assert(
      fc.property(anyDisjointEdits, ([one, other]) => {
        const [mine, theirs] = [one.apply(full), other.apply(full)];
        const { program: result, conflicts } = merged(mine, theirs);
        expect(conflicts).toEqual([]);
        isSame(result, merged(theirs, mine).program);
        expect(changesOf(full, result).sort()).toEqual([...changesOf(full, mine), ...changesOf(full, theirs)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it("an edit is undone among others that have nothing to do with it", () => {
    fc.assert(
      fc.property(anyDisjointEdits, ([one, other]) => {
        const edited = one.apply(full);
        const { program: result, conflicts } = merged(full, other.apply(edited), edited);
        isSame(result, other.apply(full));
        expect(conflicts).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
