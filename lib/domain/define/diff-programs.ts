import type { Program } from "./program";
import {
  comparable,
  type Item,
  itemsByList,
  nameOf,
  type Outline,
  outlineOf,
  programListPath,
  type StatementName,
  same,
  statementNames,
} from "./program-outline";

/** Where a thing stands: the path of its list ("tiers", "score.fit"), and the key of the thing before it there, null for the first. */
export type Place = { readonly list: string; readonly behind: string | null };

/**
 * One statement in which two programs differ; its path is where it stands afterwards, or stood before it was removed. A group that is
 * added or removed is a change, and each of its children is another. Values are JSON as in the document; a whole thing is what it states.
 */
export type ProgramChange = StatementName &
  (
    | { readonly kind: "added"; readonly after: unknown }
    | { readonly kind: "removed"; readonly before: unknown }
    | { readonly kind: "changed"; readonly before: unknown; readonly after: unknown }
    | { readonly kind: "moved"; readonly before: Place; readonly after: Place }
  );

/** What differs between two programs, in the order of the later document; what was removed comes last. Empty for programs of one hash. */
export function diffPrograms(before: Program, after: Program): readonly ProgramChange[] {
  const [was, is] = [outlineOf(before), outlineOf(after)];
  const stayed = itemsInOrder(was, is);
  const kept = [...is.values()].flatMap((item): ProgramChange[] => {
    const earlier = was.get(item.id);
    if (earlier === undefined) return [{ ...nameOf(item, null), kind: "added", after: item.statements }];
    const changed = changedStatements(earlier, item);
    if (stayed.has(item.id)) return changed;
    return [{ ...nameOf(item, null), kind: "moved", before: placeOf(earlier, was), after: placeOf(item, is) }, ...changed];
  });
  const gone = [...was.values()].filter(({ id }) => !is.has(id));
  return [...kept, ...gone.map((item): ProgramChange => ({ ...nameOf(item, null), kind: "removed", before: item.statements }))];
}

function changedStatements(earlier: Item, later: Item): ProgramChange[] {
  const [was = {}, is = {}] = comparable([earlier, later]);
  return statementNames([is, was]).flatMap((name): ProgramChange[] => {
    const [before, after] = [was[name], is[name]];
    if (same(before, after)) return [];
    if (before === undefined) return [{ ...nameOf(later, name), kind: "added", after }];
    if (after === undefined) return [{ ...nameOf(later, name), kind: "removed", before }];
    return [{ ...nameOf(later, name), kind: "changed", before, after }];
  });
}

/** Those that need not have moved: in each list as many as possible of those that stand there in both outlines, in one order. */
function itemsInOrder(was: Outline, is: Outline): ReadonlySet<string> {
  const places = new Map([...was.keys()].map((id, place) => [id, place]));
  const lists = [...itemsByList(is)].map(([list, items]) => {
    const stayed = items.filter(({ id }) => was.get(id)?.list === list);
    // A row of the matrix stands at its tier, wherever the document has it.
    return list === "grants" ? stayed : longestRising(stayed, ({ id }) => places.get(id) ?? 0);
  });
  return new Set(lists.flat().map(({ id }) => id));
}

/** The longest choice of items, in their order, whose ranks rise. */
function longestRising<Value>(items: readonly Value[], rankOf: (item: Value) => number): readonly Value[] {
  // For each length the choice of that length that ends lowest, as a chain from its last item back.
  type Chain = { readonly item: Value; readonly before: Chain | undefined };
  const lowest: Chain[] = [];
  for (const item of items) {
    const shorter = lowest.findLastIndex((chain) => rankOf(chain.item) < rankOf(item));
    lowest[shorter + 1] = { item, before: lowest[shorter] };
  }
  const longest: Value[] = [];
  for (let chain = lowest.at(-1); chain !== undefined; chain = chain.before) longest.unshift(chain.item);
  return longest;
}

function placeOf(item: Item, outline: Outline): Place {
  const siblings = itemsByList(outline).get(item.list) ?? [];
  return { list: programListPath(item.list, outline), behind: siblings[siblings.indexOf(item) - 1]?.key ?? null };
}
