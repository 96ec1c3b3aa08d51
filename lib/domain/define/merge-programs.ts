import { mergeOrder } from "./merge-order";
import { type ItemVersions, itemVersions, keptStatements, mergeStatements } from "./merge-statements";
import { mergeStructure, type Structure } from "./merge-structure";
import type { Program } from "./program";
import {
  type Item,
  itemsByList,
  keyInPart,
  nameOf,
  type Outline,
  outlineOf,
  programListPath,
  programOf,
  type StatementName,
  same,
} from "./program-outline";
import { eachWay, isContested, type ThreeWay } from "./three-way";

/**
 * A statement that both sides changed, each in its own way. `statement` is null for the thing itself, whose versions say in which list it
 * stands ("tiers", "score.fit"; undefined: not there), and "order" for the order of what a list holds, whose versions are keys. Mine is
 * kept, but for what one side removed and the other still uses.
 */
export type MergeConflict = StatementName & ThreeWay<unknown> & { readonly kept: "mine" | "theirs" };

export type ProgramMerge = { readonly program: Program; readonly conflicts: readonly MergeConflict[] };

/**
 * Unites what two people made of one program, statement by statement as `diffPrograms` tells them apart: the changes of both are done, and
 * where they contradict each other one is kept and both are told. The result is always a program by its shape; it may contradict itself
 * (`checkProgram`) where neither side did, as when one removes a metric that the other begins to use. It undoes a change, too:
 * `mergePrograms(after, before, current)`.
 */
export function mergePrograms(base: Program, mine: Program, theirs: Program): ProgramMerge {
  const sides = eachWay({ base, mine, theirs }, outlineOf);
  const structure = mergeStructure(sides);
  const things = [...structure.lists].map(([id, list]) => mergeThing(id, list, sides, structure.asMine.has(id)));
  const orders = mergeOrders(sides, structure);
  const merged = new Map(things.map(({ item }) => [item.id, item]));
  const inOrder = orders.flatMap(({ ids }) => ids.flatMap((id) => merged.get(id) ?? []));
  return {
    program: programOf(new Map(inOrder.map((item) => [item.id, item]))),
    conflicts: [
      ...placeConflicts(sides, structure),
      ...things.flatMap(({ conflicts }) => conflicts),
      ...orders.flatMap(({ conflicts }) => conflicts),
    ],
  };
}

type MergedThing = { readonly item: Item; readonly conflicts: readonly MergeConflict[] };

function mergeThing(id: string, list: string, sides: ThreeWay<Outline>, isMyKind: boolean): MergedThing {
  const versions = itemVersions(id, sides);
  const statements = mergeStatements(versions, isMyKind);
  const item = shownItem(versions);
  const contested = statements.filter((statement) => isContested(statement.versions, statement.kept));
  return {
    item: { ...item, list, statements: keptStatements(statements) },
    conflicts: contested.map(({ name, versions: values, kept }) => conflict(nameOf(item, name), values, kept === values.mine)),
  };
}

/** What is not where, or is there at all, although somebody wanted it otherwise. */
function placeConflicts(sides: ThreeWay<Outline>, { lists }: Structure): MergeConflict[] {
  const ids = new Set([...sides.mine.keys(), ...sides.theirs.keys()]);
  return [...ids].flatMap((id) => {
    const versions = itemVersions(id, sides);
    const places = eachWay(versions, (item) => item?.list);
    const isDropped = !lists.has(id) && isChangedOnOneSide(versions);
    if (!isDropped && !isContested(places, lists.get(id))) return [];
    const paths = eachWay(sides, (outline) => listPathOf(outline.get(id), outline));
    return [conflict(nameOf(shownItem(versions), null), paths, lists.get(id) === places.mine)];
  });
}

function isChangedOnOneSide({ base, mine, theirs }: ItemVersions): boolean {
  return base !== undefined && [mine, theirs].some((item) => item !== undefined && !same(item.statements, base.statements));
}

function listPathOf(item: Item | undefined, outline: Outline): string | undefined {
  return item && programListPath(item.list, outline);
}

type MergedList = { readonly ids: readonly string[]; readonly conflicts: readonly MergeConflict[] };

function mergeOrders(sides: ThreeWay<Outline>, { lists }: Structure): MergedList[] {
  const held = eachWay(sides, itemsByList);
  return [...new Set(lists.values())].map((list) => {
    const orders = eachWay(held, (byList) => (byList.get(list) ?? []).map(({ id }) => id).filter((id) => lists.get(id) === list));
    const { order, isContested: isOrderContested } = mergeOrder(orders);
    // The rows of the matrix stand at their tiers, wherever a document has them.
    if (!isOrderContested || list === "grants") return { ids: order, conflicts: [] };
    return { ids: order, conflicts: [conflict(orderName(list, sides.mine), eachWay(orders, keysOf), true)] };
  });
}

function orderName(list: string, outline: Outline): StatementName {
  const owner = outline.get(list);
  const first = itemsByList(outline).get(list)?.[0];
  const path = programListPath(list, outline);
  return { path, part: (owner ?? first)?.part ?? "program", key: owner === undefined ? "" : keyInPart(owner), statement: "order" };
}

function keysOf(ids: readonly string[]): readonly string[] {
  return ids.map((id) => id.slice(id.indexOf(":") + 1));
}

function conflict(name: StatementName, versions: ThreeWay<unknown>, isMine: boolean): MergeConflict {
  return { ...name, ...versions, kept: isMine ? "mine" : "theirs" };
}

/** A thing as I have it, or else as the others do. */
function shownItem({ mine, theirs }: ItemVersions): Item {
  const item = mine ?? theirs;
  if (item === undefined) throw new Error("a merged thing is on neither side");
  return item;
}
