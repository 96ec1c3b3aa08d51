import { z } from "zod";
import { PeerGroup } from "./peer-group";

/**
 * How many partners a tier takes: the best by their rounded score among those that qualify for it. Who finds no seat qualifies for the
 * next lower tier that it meets, and takes part in that tier's capacity. The rules of movement come after: whom grace, a margin, the
 * program year or an override keeps in the tier needs no seat.
 */
export const Capacity = z.strictObject({
  /** A number of partners, or a share of the group's partners in the run, whole partners rounded down. */
  limit: z.union([z.strictObject({ partners: z.int().min(1).max(1_000_000) }), z.strictObject({ percent: z.number().gt(0).max(100) })]),
  /** The group that the limit is for. A partner without the attribute is in no group, and finds no seat. */
  per: PeerGroup,
  /** Partners with equal scores of which only some would fit: all of them have a seat (`allIn`), or none (`noneIn`). */
  ties: z.enum(["allIn", "noneIn"]),
});
export type Capacity = z.infer<typeof Capacity>;
