import { formatDate, formatMoment } from "@/components/format/date";
import { counted } from "@/components/format/number";
import { EXPIRES_SOON_DAYS, type Override, type OverrideState } from "@/lib/contracts/override";
import type { StaffScorecard } from "@/lib/contracts/scorecard";

const STATES: Readonly<Record<OverrideState, string>> = { in_force: "In force", expired: "Expired", ended: "Ended" };

export function overrideStateWords(state: OverrideState): string {
  return STATES[state];
}

/** "in 12 days"; null when it is not in force, or for longer than somebody has to think of it. */
export function expiresSoonWords({ daysLeft }: Pick<Override, "daysLeft">): string | null {
  if (daysLeft === null || daysLeft > EXPIRES_SOON_DAYS) return null;
  return daysLeft === 1 ? "tomorrow" : `in ${counted(daysLeft, "day")}`;
}

/** "Ended by Ada, Nov 3, 2026, 10:15 UTC: the account left": who, when and why; null while it has not ended. */
export function endedWords({ ended }: Pick<Override, "ended">): string | null {
  if (ended === null) return null;
  const why = ended.replacedBy === null ? `: ${ended.reason}` : `, by override ${ended.replacedBy} in its place`;
  return `Ended by ${ended.by}, ${formatMoment(ended.at)}${why}`;
}

type Shown = Pick<StaffScorecard, "override" | "overrideOwner" | "openOverride" | "qualified">;
export type OverrideNews = { readonly kind: "next" | "powerless" | "over"; readonly title: string; readonly text: string };

/** How a partner's override stands now, where that is not how the run found it; null where it is. */
export function overrideNews({ override, overrideOwner, openOverride: now, qualified }: Shown): OverrideNews | null {
  if (now !== null && now.state === "in_force") {
    const { tier, owner, reason, expires } = now;
    const isThisRuns =
      override !== null && override.tier === tier.key && override.reason === reason && override.expires === expires && overrideOwner === owner;
    if (isThisRuns) return null;
    if (tier.rank === null) {
      const text = `Override ${now.number} sets “${tier.key}”, which is no tier of the version in effect. Set another tier, or end it.`;
      return { kind: "powerless", title: "This override sets nothing", text };
    }
    return {
      kind: "next",
      title: `Set by hand to ${tier.name}: takes effect with the next run`,
      text: `Until ${formatDate(expires)}, by ${owner}: ${reason}`,
    };
  }
  if (override === null) return null;
  const title = now === null ? "The override of this run has ended" : `The override of this run expired on ${formatDate(now.expires)}`;
  return { kind: "over", title, text: `The next run decides by the figures, which qualify for ${qualified.name} here.` };
}
