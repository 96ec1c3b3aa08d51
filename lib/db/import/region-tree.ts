import type { RegionRow } from "@/lib/import/kinds/regions";

/**
 * Sorts the regions of one file into those that fit the tree, those whose parent nobody knows (or waits itself), and those that
 * would lie inside themselves. `known` gives the parent code of every region already there.
 */
export function sortIntoTree<Entry extends { readonly row: RegionRow }>(
  entries: readonly Entry[],
  known: ReadonlyMap<string, string | null>,
): { fitting: Entry[]; orphaned: Entry[]; circular: Entry[] } {
  const parents = new Map(known);
  for (const { row } of entries) parents.set(row.code, row.parent_code === undefined ? (known.get(row.code) ?? null) : row.parent_code);
  const sorted: { fitting: Entry[]; orphaned: Entry[]; circular: Entry[] } = { fitting: [], orphaned: [], circular: [] };
  for (const entry of entries) sorted[fateOf(entry.row.code, parents)].push(entry);
  return sorted;
}

function fateOf(code: string, parents: ReadonlyMap<string, string | null>): "fitting" | "orphaned" | "circular" {
  const seen = new Set<string>();
  for (let at: string | null = code; at !== null; ) {
    if (seen.has(at)) return "circular";
    seen.add(at);
    const parent = parents.get(at);
    if (parent === undefined) return "orphaned";
    at = parent;
  }
  return "fitting";
}
