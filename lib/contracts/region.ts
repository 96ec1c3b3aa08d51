import { z } from "zod";
import { lineOfText } from "./line-of-text";
import { Ref } from "./page";

export const Region = z.object({
  code: z.string(),
  name: z.string(),
  /** Null of a top region. */
  parent: Ref.nullable(),
  /** Size of its market relative to the others, inhabitants for example; null while not stated. */
  weight: z.number().nullable(),
  /** How many regions it lies in: 0 of a top region. */
  depth: z.number().int(),
  /** Partners that lie in it, and regions: without those of the regions below. */
  partners: z.number().int(),
  regions: z.number().int(),
});
export type Region = z.infer<typeof Region>;

const RegionCode = lineOfText(64);
const RegionName = lineOfText(120);
/** Code of the region it lies in; null at the top. */
const ParentCode = RegionCode.nullable();

/** Above zero, with six decimals at most. */
const RegionWeight = z
  .number("write a number above zero, such as 1200 or 0.5")
  .positive("a weight lies above zero")
  .max(1e11, "a weight is 100 billion at most")
  .multipleOf(0.000001, "a weight has six decimals at most");

/** Regions in the order of the tree; those whose code or name contains `search` when given. */
export const RegionsQuery = z.strictObject({
  search: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type RegionsQuery = z.infer<typeof RegionsQuery>;
export const RegionList = z.object({ items: z.array(Region), total: z.number().int(), page: z.number().int(), pages: z.number().int() });
export type RegionList = z.infer<typeof RegionList>;

export const CreateRegion = z.strictObject({ code: RegionCode, name: RegionName, parent: ParentCode, weight: RegionWeight.nullable().default(null) });
/** Absent `weight`: it stays as it is. */
export const UpdateRegion = z.strictObject({ region: RegionCode, name: RegionName, parent: ParentCode, weight: RegionWeight.nullable().optional() });
export const RegionRef = z.strictObject({ region: RegionCode });
