import type { RegionRow } from "@/lib/db/regions";

/** Regions told apart by the part of the tree that they lie in. */
export type RegionGroup = { readonly code: string; readonly name: string; readonly hasParts: boolean; readonly regionIds: readonly number[] };

/**
 * The regions right below the chosen one, each with all that lies below it; the chosen one itself stands for what is booked on it
 * directly. Without a choice the top of the tree, from the first level on which there is more than one region.
 */
export function regionGroups(regions: readonly RegionRow[], chosen: string | undefined): RegionGroup[] {
  const depth = chosen === undefined ? 0 : (regions.find(({ code }) => code === chosen)?.path.length ?? 0);
  const inside = chosen === undefined ? regions : regions.filter(({ path }) => path.includes(chosen));
  const keys = new Map<string, number[]>();
  for (const { id, path } of inside) {
    const key = path[depth] ?? path[depth - 1] ?? "";
    keys.set(key, [...(keys.get(key) ?? []), id]);
  }
  const [only, ...others] = keys.keys();
  if (only !== undefined && others.length === 0 && chosen !== only && hasParts(regions, only)) return regionGroups(regions, only);
  return [...keys].map(([code, regionIds]) => ({
    code,
    name: regions.find((region) => region.code === code)?.name ?? code,
    hasParts: code !== chosen && hasParts(regions, code),
    regionIds,
  }));
}

function hasParts(regions: readonly RegionRow[], code: string): boolean {
  return regions.some(({ path }) => path.at(-2) === code);
}
