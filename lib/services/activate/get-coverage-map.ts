import { type CoverageMap, CoverageQuery } from "@/lib/contracts/coverage";
import type { RegionTree } from "@/lib/domain/activate/region-tree";
import { query } from "@/lib/services/define-service";
import { addUp, frameCoverage } from "./coverage-frame";

const COUNTRY = /^[A-Z]{2}$/;
const STATE = /^US-[A-Z]{2}$/;

/** The regions that a map can show, by the codes of ISO 3166, each added up. */
export const getCoverageMap = query({
  permission: "coverage.read",
  input: CoverageQuery,
  async run({ db }, input): Promise<CoverageMap> {
    const { frame, ground, cells, unplaced } = await frameCoverage(db, input);
    const { tree } = ground;
    const regions = ground.regions.flatMap(({ code, name }) => {
      const map = mapOf(code, tree);
      const isBelow = ({ region }: { readonly region: string }) => tree.upFrom(region).includes(code);
      const own = cells.filter(isBelow);
      return map === null || own.length === 0
        ? []
        : [{ map, region: { code, name }, isLeaf: tree.isLeaf(code), sum: addUp(own, unplaced.filter(isBelow)) }];
    });
    return { ...frame, regions };
  },
});

/** Two letters below a country are no country: the Southeast of one is not Sweden. */
function mapOf(code: string, tree: RegionTree): "countries" | "states" | null {
  if (STATE.test(code)) return "states";
  return COUNTRY.test(code) &&
    !tree
      .upFrom(code)
      .slice(1)
      .some((above) => COUNTRY.test(above))
    ? "countries"
    : null;
}
