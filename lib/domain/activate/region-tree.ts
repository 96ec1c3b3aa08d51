/** A region with the code of its parent (null for a top region) and the size of its market, in one unit for all (null when not stated). */
export type CoverageRegion = { readonly code: string; readonly parent: string | null; readonly weight: number | null };

/** The regions by how they lie in each other. Codes that are no region have no ancestors and nothing below them. */
export type RegionTree = {
  /** Regions without regions below them: with product lines they make the cells. */
  readonly leaves: readonly CoverageRegion[];
  readonly isLeaf: (code: string) => boolean;
  /** The region itself when it is a leaf, else all leaves below it. */
  readonly leavesOf: (code: string) => readonly CoverageRegion[];
  readonly childrenOf: (code: string | null) => readonly CoverageRegion[];
  /** From the region itself up to the top. */
  readonly upFrom: (code: string) => readonly string[];
};

/** `regions` in the order that all answers keep. */
export function regionTree(regions: readonly CoverageRegion[]): RegionTree {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const children = new Map<string | null, CoverageRegion[]>();
  for (const region of regions) children.set(region.parent, [...(children.get(region.parent) ?? []), region]);
  const childrenOf = (code: string | null) => children.get(code) ?? [];
  const leaves = regions.filter(({ code }) => !children.has(code));

  const climb = (code: string): string[] => {
    const region = byCode.get(code);
    return region === undefined ? [] : [code, ...(region.parent === null ? [] : climb(region.parent))];
  };
  const paths = new Map(regions.map(({ code }) => [code, climb(code)]));
  const upFrom = (code: string) => paths.get(code) ?? [];
  const leavesBelow = new Map<string, CoverageRegion[]>();
  for (const leaf of leaves) for (const code of upFrom(leaf.code)) leavesBelow.set(code, [...(leavesBelow.get(code) ?? []), leaf]);

  return {
    leaves,
    isLeaf: (code) => byCode.has(code) && !children.has(code),
    leavesOf: (code) => leavesBelow.get(code) ?? [],
    childrenOf,
    upFrom,
  };
}
