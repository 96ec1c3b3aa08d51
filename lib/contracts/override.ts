import { z } from "zod";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { REASON_MIN_LENGTH, REASON_WORDS } from "./fund";
import { lineOfText } from "./line-of-text";
import { PageQuery, PartnerCode, pageOf, Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";
import { Email } from "./session";

export const OVERRIDE_MOST_MONTHS = 24;
/** Who answers for an override is told of its end this many days before. */
export const EXPIRES_SOON_DAYS = 60;

/** `expired`: its day came. `ended`: a person ended it, or another override took its place. */
export const OverrideState = z.enum(["in_force", "expired", "ended"]);
export type OverrideState = z.infer<typeof OverrideState>;

/** `rank` is 0 for the lowest of `of` tiers; null for a tier that the program has no more, which an override cannot pin. */
export const OverrideTier = z.object({ key: z.string(), name: z.string(), rank: z.number().int().nullable(), of: z.number().int() });
export type OverrideTier = z.infer<typeof OverrideTier>;

/** A tier that a person sets for a partner, whatever its figures, until it expires or ends. */
export const Override = z.object({
  /** Gapless within the organization, from 1. */
  number: z.number().int(),
  state: OverrideState,
  program: z.string(),
  partner: Ref,
  tier: OverrideTier,
  /** What the partner's figures qualify for in the program's last published run; null where that has no decision on it. */
  qualified: OverrideTier.nullable(),
  /** The partner sees it. */
  reason: z.string(),
  /** Who answers for it. */
  owner: z.string(),
  /** The first day on which it no longer holds. */
  expires: z.string(),
  /** Until then; null when it is not in force. */
  daysLeft: z.number().int().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  /** `reason` null: the override of the number `replacedBy` took its place. */
  ended: z.object({ at: z.string(), by: z.string(), reason: z.string().nullable(), replacedBy: z.number().int().nullable() }).nullable(),
});
export type Override = z.infer<typeof Override>;

/** `replaced`: the number of the override that ended because a partner has one at a time; null when there was none. */
export const CreatedOverride = Override.extend({ replaced: z.number().int().nullable() });
export type CreatedOverride = z.infer<typeof CreatedOverride>;

const Reason = z.string().trim().min(REASON_MIN_LENGTH, REASON_WORDS).pipe(lineOfText(500));

export const CreateOverride = z.strictObject({
  program: ProgramKey,
  partner: PartnerCode,
  /** Of the version in effect. */
  tier: z.string().min(1).max(64),
  reason: Reason,
  /** The first day on which it no longer holds: after today, at most OVERRIDE_MOST_MONTHS ahead. */
  expires: IsoDate,
  /** E-mail address of the user who answers for it; absent: whoever makes it. */
  owner: Email.optional(),
  /** The number of the partner's override that it shall take the place of, null for none; absent: of whichever there is. */
  replaces: RowNumber.nullable().optional(),
});
export type CreateOverride = z.infer<typeof CreateOverride>;

export const OverrideRef = z.strictObject({ override: RowNumber });
export const EndOverride = OverrideRef.extend({ reason: Reason });

/** Those in force come by the day they expire, all others newest first. */
export const OverridesQuery = PageQuery.extend({
  program: ProgramKey,
  state: z.enum([...OverrideState.options, "all"]).default("in_force"),
  partner: PartnerCode.optional(),
});
export type OverridesQuery = z.infer<typeof OverridesQuery>;

export const OverridePage = pageOf(Override);
export type OverridePage = z.infer<typeof OverridePage>;

export const OverrideChoicesQuery = z.strictObject({ program: ProgramKey });

/** What an override can say today; `expires` lies between the two days. `owners`: who can answer for it besides whoever makes it. */
export type OverrideChoices = {
  readonly program: string;
  /** Highest first. */
  readonly tiers: readonly { readonly key: string; readonly name: string }[];
  readonly expires: { readonly first: IsoDate; readonly last: IsoDate };
  readonly owners: readonly { readonly email: string; readonly name: string }[];
};
