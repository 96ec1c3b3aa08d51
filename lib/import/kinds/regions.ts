import { measure } from "../cells/number";
import { code, text } from "../cells/text";
import { optional, type PartialRowOf, required } from "../column";
import type { KindDefinition } from "../kind-definition";

const columns = {
  code: required(code, { help: "The region's code.", example: "NW", aliases: ["region", "region_code", "territory", "territory_code"] }),
  name: required(text(120), { help: "The region's name.", example: "Northwest", aliases: ["region_name", "territory_name"] }),
  parent_code: optional(code, {
    help: "Code of the region it lies in; empty for a top region.",
    example: "US",
    aliases: ["parent", "parent_region", "parent_region_code"],
  }),
  weight: optional(measure, {
    help: "Size of its market beside the other regions', in one unit for all, such as inhabitants; empty when not known.",
    example: "6724540",
    aliases: ["market_size", "inhabitants", "population"],
  }),
};

export type RegionRow = PartialRowOf<typeof columns>;

export const regions: KindDefinition<RegionRow> = { help: "One line is one region of the region tree.", columns, keepsAbsent: true };
