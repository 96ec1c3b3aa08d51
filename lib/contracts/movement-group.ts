import { z } from "zod";
import type { MovementCode } from "@/lib/domain/score/decision";

/** Movement codes as people count and filter them. */
export const MovementGroup = z.enum(["promoted", "demoted", "entered", "held", "unchanged", "overridden"]);
export type MovementGroup = z.infer<typeof MovementGroup>;

const GROUP_OF: Readonly<Record<MovementCode, MovementGroup>> = {
  promoted: "promoted",
  promoted_step_limited: "promoted",
  demoted: "demoted",
  demoted_step_limited: "demoted",
  entered: "entered",
  entered_new_partner: "entered",
  held_in_grace: "held",
  held_by_margin: "held",
  promotion_waits_for_review: "held",
  demotion_waits_for_review: "held",
  unchanged: "unchanged",
  overridden: "overridden",
};

export function movementGroupOf(code: MovementCode): MovementGroup {
  return GROUP_OF[code];
}

/** The codes of one group. */
export function movementCodesOf(group: MovementGroup): MovementCode[] {
  return (Object.keys(GROUP_OF) as MovementCode[]).filter((code) => GROUP_OF[code] === group);
}
