import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addNode,
  editCriterion,
  editGroup,
  freeKey,
  moveNode,
  nodePath,
  placedNode,
  placedNodes,
  removeNode,
  shiftNode,
} from "../../../lib/domain/define/edit-score";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram, winRate } from "./full-program";

const BEFORE = fullProgram();
const keys = ({ score }: Program) => placedNodes(score).map(({ node }) => node.key);

test("nodes are found with the group that holds them, their place and depth", () => {
  expect(placedNodes(BEFORE.score).map(({ node, group, place, depth }) => [node.key, group?.key ?? null, place, depth])).toEqual([
    ["score", null, 0, 0],
    ["performance", "score", 0, 1],
    ["revenue_points", "performance", 0, 2],
    ["growth_points", "performance", 1, 2],
    ["mix_points", "performance", 2, 2],
    ["potential", "score", 1, 1],
    ["coverage_points", "potential", 0, 2],
    ["pipeline_points", "potential", 1, 2],
    ["fit", "score", 2, 1],
    ["certified_points", "fit", 0, 2],
    ["service_points", "fit", 1, 2],
  ]);
  expect(placedNode(BEFORE.score, "nothing")).toBeNull();
  expect(nodePath(BEFORE.score, "score")).toBe("score");
  expect(nodePath(BEFORE.score, "mix_points")).toBe("score.performance.mix_points");
  expect(nodePath(BEFORE.score, "nothing")).toBeNull();
});

test("a change of one node leaves all others the same objects, and of none the program", () => {
  const after = editCriterion(BEFORE, "mix_points", { weight: 99 });
  expect(placedNode(after.score, "mix_points")?.node.weight).toBe(99);
  expect(placedNode(after.score, "fit")?.node).toBe(placedNode(BEFORE.score, "fit")?.node);
  expect(editCriterion(BEFORE, "nothing", { weight: 99 }).score).toBe(BEFORE.score);
  expect(editCriterion(BEFORE, "fit", { metric: "revenue" }).score).toBe(BEFORE.score);
});

test("what is set to undefined is taken out of a group", () => {
  const capped = editGroup(BEFORE, "fit", { combine: "sum", cap: 50 });
  const free = editGroup(capped, "fit", { cap: undefined });
  expect(placedNode(free.score, "fit")?.node).not.toHaveProperty("cap");
  expect(Program.parse(free)).toEqual(free);
});

describe("a node", () => {
  test("is added at a place, or at the end", () => {
    expect(keys(addNode(BEFORE, "fit", winRate, 0)).slice(-4)).toEqual(["fit", "win_rate", "certified_points", "service_points"]);
    expect(keys(addNode(BEFORE, "fit", winRate)).at(-1)).toBe("win_rate");
    expect(addNode(BEFORE, "mix_points", winRate)).toBe(BEFORE);
  });

  test("goes with all below it", () => {
    expect(keys(removeNode(BEFORE, "potential"))).not.toContain("pipeline_points");
  });

  test("stays when it is the score itself, or the last of its group", () => {
    expect(removeNode(BEFORE, "score")).toBe(BEFORE);
    const alone = removeNode(BEFORE, "certified_points");
    expect(removeNode(alone, "service_points")).toBe(alone);
  });

  test("moves among its siblings as far as there are any", () => {
    const up = shiftNode(BEFORE, "growth_points", -1);
    expect(keys(up).slice(2, 5)).toEqual(["growth_points", "revenue_points", "mix_points"]);
    expect(shiftNode(up, "growth_points", -1)).toBe(up);
    expect(shiftNode(BEFORE, "fit", 1)).toBe(BEFORE);
  });

  test("moves into another group, never into itself, and leaves none empty", () => {
    expect(keys(moveNode(BEFORE, "mix_points", "fit", 0)).slice(-3)).toEqual(["mix_points", "certified_points", "service_points"]);
    expect(moveNode(BEFORE, "fit", "fit", 0)).toBe(BEFORE);
    expect(moveNode(BEFORE, "score", "fit", 0)).toBe(BEFORE);
    const alone = removeNode(BEFORE, "certified_points");
    expect(moveNode(alone, "service_points", "potential", 0)).toBe(alone);
  });
});

test("any number of moves and removals leaves a program that can be read, with every other node once", () => {
  const action = fc.record({ kind: fc.constantFrom("move", "remove", "up", "down"), node: fc.nat(10), group: fc.nat(3), place: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
      const after = actions.reduce((program, { kind, node, group, place }) => {
        const key = keys(BEFORE)[node] ?? "";
        if (kind === "remove") return removeNode(program, key);
        if (kind === "move") return moveNode(program, key, ["score", "performance", "potential", "fit"][group] ?? "", place);
        return shiftNode(program, key, kind === "up" ? -1 : 1);
      }, BEFORE);
      expect(Program.safeParse(after).success).toBe(true);
      expect(new Set(keys(after)).size).toBe(keys(after).length);
      if (actions.every(({ kind }) => kind !== "remove")) expect(keys(after).toSorted()).toEqual(keys(BEFORE).toSorted());
    }),
  );
});

test("a key that is taken gets a number", () => {
  expect(freeKey("a", [])).toBe("a");
  expect(freeKey("a", ["a", "a_2"])).toBe("a_3");
  expect(freeKey("x".repeat(99), []).length).toBe(60);
});
