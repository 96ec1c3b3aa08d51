import type { RegionChoice } from "@/lib/contracts/standings";
import type { RegionRow } from "@/lib/db/regions";

/** The regions that occur and those above them, each under its parent, by name. `depth` is 0 for a top region. */
export function regionChoices(occurring: readonly string[], regions: readonly RegionRow[]): RegionChoice[] {
  const pathOf = new Map(regions.map((region) => [region.code, region.path]));
  const wanted = new Set(occurring.flatMap((code) => pathOf.get(code) ?? []));
  const byName = regions.filter(({ code }) => wanted.has(code)).toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
  const inside = (parent: string | undefined): RegionChoice[] =>
    byName.filter(({ path }) => path.at(-2) === parent).flatMap(({ code, name, path }) => [{ code, name, depth: path.length - 1 }, ...inside(code)]);
  return inside(undefined);
}
