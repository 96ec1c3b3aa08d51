import { type RegionList, RegionsQuery } from "@/lib/contracts/region";
import { pageCount } from "@/lib/domain/shared/page-count";
import { query } from "../define-service";

const PAGE = 50;

/** The regions in the order of their tree. A page beyond the last is the last. */
export const listRegions = query({
  permission: "region.manage",
  input: RegionsQuery,
  run: async ({ db }, { search, page: wanted }): Promise<RegionList> => {
    const total = await db.regionTree.count(search);
    const pages = pageCount(total, PAGE);
    const page = Math.min(wanted, pages);
    return { items: await db.regionTree.list(search, { offset: (page - 1) * PAGE, limit: PAGE }), total, page, pages };
  },
});
