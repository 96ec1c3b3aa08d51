import { z } from "zod";
import type { MovementCode as DomainMovementCode } from "@/lib/domain/score/decision";

/** Movements as people count and filter them. */
export const MovementGroup = z.enum(["promoted", "demoted", "entered", "held", "unchanged", "overridden"]);
export type MovementGroup = z.infer<typeof MovementGroup>;

const GROUP_OF = {
  promoted: "promoted",
  promoted_step_limited: "promoted",
  demoted: "demoted",
  demoted_step_limited: "demoted",
  entered: "entered",
  entered_new_partner: "entered",
  held_in_grace: "held",
  held_by_margin: "held",
  kept_for_year: "held",
  promotion_waits_for_review: "held",
  demotion_waits_for_review: "held",
  unchanged: "unchanged",
  overridden: "overridden",
} as const satisfies Record<DomainMovementCode, MovementGroup>;

const CODES = Object.keys(GROUP_OF) as DomainMovementCode[];

/** The rule that made a decided tier what it is. */
export const MovementCode = z.enum(CODES);
export type MovementCode = z.infer<typeof MovementCode>;

export function movementGroupOf(code: MovementCode): MovementGroup {
  return GROUP_OF[code];
}

/** What standings can be narrowed to: a group, or of those held the ones whose missed review is forgiven. */
export const MovementFilter = z.enum([...MovementGroup.options, "in_grace"]);
export type MovementFilter = z.infer<typeof MovementFilter>;

/** The codes that a filter keeps. */
export function movementCodesOf(filter: MovementFilter): MovementCode[] {
  return filter === "in_grace" ? ["held_in_grace"] : CODES.filter((code) => GROUP_OF[code] === filter);
}
