import type { MovementCode } from "@/lib/contracts/movement-group";

export type Direction = "up" | "down" | "level";

const WORDS: Readonly<Record<MovementCode, { readonly short: string; readonly direction: Direction }>> = {
  entered: { short: "Entered", direction: "level" },
  entered_new_partner: { short: "Entered as new partner", direction: "level" },
  unchanged: { short: "Unchanged", direction: "level" },
  promoted: { short: "Promoted", direction: "up" },
  promoted_step_limited: { short: "Promoted, step limit", direction: "up" },
  promotion_waits_for_review: { short: "Promotion waits for review", direction: "level" },
  held_in_grace: { short: "Held in grace", direction: "level" },
  held_by_margin: { short: "Held by margin", direction: "level" },
  kept_for_year: { short: "Kept for its year", direction: "level" },
  demotion_waits_for_review: { short: "Demotion waits for review", direction: "level" },
  demoted: { short: "Demoted", direction: "down" },
  demoted_step_limited: { short: "Demoted, step limit", direction: "down" },
  overridden: { short: "Overridden", direction: "level" },
};

export function movementWords(code: MovementCode): { readonly short: string; readonly direction: Direction } {
  return WORDS[code];
}
