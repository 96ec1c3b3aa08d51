import { z } from "zod";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { lineOfText } from "./line-of-text";
import { PageQuery, pageOf } from "./page";

/** Who did what to what. `action` is object.verb ("run.publish"), `target` names the object as people know it ("run 12"). */
export const AuditEvent = z.object({
  /** Gapless within the organization, from 1. */
  seq: z.number().int(),
  at: z.string(),
  actor: z.object({ kind: z.enum(["user", "token", "system"]), name: z.string() }),
  action: z.string(),
  target: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** SHA-256 over this event and the hash of the one before, hex. */
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

const Part = lineOfText(200);

/** Days are business days of the organization's time zone; both are counted. `who` and `target` are parts of what is written, in any case. */
export const AuditFilter = z.strictObject({
  who: Part.optional(),
  action: Part.optional(),
  target: Part.optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditQuery = PageQuery.extend(AuditFilter.shape);
export type AuditQuery = z.infer<typeof AuditQuery>;
export const AuditPage = pageOf(AuditEvent);
export type AuditPage = z.infer<typeof AuditPage>;

/**
 * The hash chain, computed anew. `headHash` is the hash of the last event, null without any: who keeps it elsewhere also notices a trail
 * that was rewritten from end to end. `broken` is the first event that does not hold: "changed" is not what was hashed, "unlinked" does
 * not follow from the one before, "missing" should stand at this place and does not.
 */
export const AuditVerification = z.object({
  events: z.number().int(),
  headHash: z.string().nullable(),
  broken: z.object({ seq: z.number().int(), fault: z.enum(["changed", "unlinked", "missing"]) }).nullable(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;
