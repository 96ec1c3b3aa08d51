import { z } from "zod";
import { Program } from "@/lib/domain/define/program";
import { IsoDate } from "@/lib/domain/shared/iso-date";

export const ProgramVersionSummary = z.object({
  program: z.object({ key: z.string(), name: z.string() }),
  version: z.number().int(),
  status: z.enum(["draft", "published"]),
  effectiveFrom: z.string().nullable(),
  documentHash: z.string(),
  note: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type ProgramVersionSummary = z.infer<typeof ProgramVersionSummary>;

/** A code with the node it concerns; words are made in components. */
export const ProgramIssue = z.looseObject({ code: z.string(), path: z.string(), severity: z.enum(["error", "warning"]) });
export type ProgramIssue = z.infer<typeof ProgramIssue>;

export const ProgramVersion = ProgramVersionSummary.extend({ document: Program, issues: z.array(ProgramIssue) });
export type ProgramVersion = z.infer<typeof ProgramVersion>;

export const ProgramVersionList = z.object({ items: z.array(ProgramVersionSummary) });

export const ProgramVersionRef = z.strictObject({ program: z.string().default("main"), version: z.coerce.number().int().min(1) });
/** `document` is checked as a Program by the service, so that each fault names its node. */
export const CreateProgramVersion = z.strictObject({ program: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/).default("main"), document: z.unknown(), note: z.string().max(500).optional() });
export const PublishProgramVersion = ProgramVersionRef.extend({ effectiveFrom: IsoDate, note: z.string().max(500).optional() });
