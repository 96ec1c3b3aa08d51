import { z } from "zod";
import { Program } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { IsoDate } from "@/lib/domain/shared/iso-date";

/** Names a program of the organization; most have one, "main". */
export const ProgramKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "use lower-case letters, digits and -, starting with a letter (at most 40)")
  .default("main");

export const ProgramVersionSummary = z.object({
  program: z.object({ key: z.string(), name: z.string() }),
  version: z.number().int(),
  status: z.enum(["draft", "published"]),
  /** First business date it is in effect; null while a draft. */
  effectiveFrom: z.string().nullable(),
  /** SHA-256 of the canonical document, hex. */
  documentHash: z.string(),
  note: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type ProgramVersionSummary = z.infer<typeof ProgramVersionSummary>;

/** A contradiction: a code with its figures and, in `path`, the place by keys ("score.performance.revenue"). Words are made in components. */
const Issue = z.looseObject({ code: z.string(), path: z.string(), severity: z.enum(["error", "warning"]) });

export const ProgramVersion = ProgramVersionSummary.extend({ document: Program, issues: z.array(Issue) });
/** The document says of an issue what every code has; the type knows each code's figures. */
export type ProgramVersion = Omit<z.infer<typeof ProgramVersion>, "issues"> & { readonly issues: readonly ProgramIssue[] };

export const ProgramVersionList = z.object({ items: z.array(ProgramVersionSummary) });

export const ProgramVersionRef = z.strictObject({ program: ProgramKey, version: z.coerce.number().int().min(1) });
/** `document` is checked as a Program by the service, so that each fault names its node. */
export const CreateProgramVersion = z.strictObject({ program: ProgramKey, document: z.unknown(), note: z.string().max(500).optional() });
export const PublishProgramVersion = ProgramVersionRef.extend({ effectiveFrom: IsoDate, note: z.string().max(500).optional() });
export const AdoptDefaultProgram = z.strictObject({ program: ProgramKey, effectiveFrom: IsoDate });
