import { z } from "zod";
import { Program } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { RowNumber } from "./row-number";

/** Names a program of the organization; most have one, "main". */
export const ProgramKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "use lower-case letters, digits and -, starting with a letter (at most 40)")
  .default("main");

/** A discarded version is kept, and listed no more. */
export const VersionStatus = z.enum(["draft", "proposed", "published", "discarded"]);
export type VersionStatus = z.infer<typeof VersionStatus>;

export const ProgramVersionSummary = z.object({
  /** By the name that this version gives it. */
  program: z.object({ key: z.string(), name: z.string() }),
  version: z.number().int(),
  status: VersionStatus,
  /** Rises with every change; whoever changes, proposes or approves names the one that was seen. */
  revision: z.number().int(),
  /** The version that it began as a copy of; null when it began as itself. */
  basedOn: z.number().int().nullable(),
  /** First business date it is, or is proposed to be, in effect; null while a draft. */
  effectiveFrom: z.string().nullable(),
  /** SHA-256 of the canonical document, hex. */
  documentHash: z.string(),
  note: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  /** Of the last change of its document; null when there was none. */
  updatedBy: z.string().nullable(),
  updatedAt: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type ProgramVersionSummary = z.infer<typeof ProgramVersionSummary>;

/** A contradiction: a code with its figures and, in `path`, the place by keys ("score.performance.revenue"). Words are made in components. */
const Issue = z.looseObject({ code: z.string(), path: z.string(), severity: z.enum(["error", "warning"]) });

export const ProgramVersion = ProgramVersionSummary.extend({
  document: Program,
  issues: z.array(Issue),
  /** Whether whoever asks did the last change: names may be alike. */
  updatedByYou: z.boolean(),
});
/** The document says of an issue what every code has; the type knows each code's figures. */
export type ProgramVersion = Omit<z.infer<typeof ProgramVersion>, "issues"> & { readonly issues: readonly ProgramIssue[] };

export const ProgramVersionList = z.object({ items: z.array(ProgramVersionSummary) });

export const ProgramVersionRef = z.strictObject({ program: ProgramKey, version: RowNumber });
/** `document` is checked as a Program by the service, so that each fault names its node. */
export const CreateProgramVersion = z.strictObject({ program: ProgramKey, document: z.unknown(), note: z.string().max(500).optional() });
/** `revision`: as it was seen; absent where whoever publishes takes it as it is. */
export const PublishProgramVersion = ProgramVersionRef.extend({
  effectiveFrom: IsoDate,
  note: z.string().max(500).optional(),
  revision: RowNumber.optional(),
});
export const AdoptDefaultProgram = z.strictObject({ program: ProgramKey, effectiveFrom: IsoDate });

/** A version as somebody saw it: whoever changes it must have seen its last revision. */
export const SeenVersion = ProgramVersionRef.extend({ revision: RowNumber });

/** Begins a draft as a copy of a version. */
export const StartDraft = z.strictObject({ program: ProgramKey, from: RowNumber });
/** `document` is checked as a Program by the service, so that each fault names its node. */
export const SaveDraft = SeenVersion.extend({ document: z.unknown() });

const Note = z.string().trim().min(3, "say in at least 3 characters what changes and why").max(500);
export const ProposeDraft = SeenVersion.extend({ effectiveFrom: IsoDate, note: Note });
export const WithdrawProposal = SeenVersion.extend({ reason: z.string().trim().min(3, "give a reason of at least 3 characters").max(500) });

/** Who has a draft open, and how far it is: asked every few seconds by whoever has it open. */
export const DraftState = z.object({
  status: VersionStatus,
  revision: z.number().int(),
  /** Of the last change of the document; null when there was none. */
  updatedBy: z.string().nullable(),
  updatedAt: z.string().nullable(),
  /** The others who have it open, by name. */
  others: z.array(z.string()),
  openComments: z.number().int(),
});
export type DraftState = z.infer<typeof DraftState>;

const CommentPath = z
  .string()
  .max(200)
  .regex(/^[a-z][a-zA-Z0-9_.]*$/, "name the place by its keys, such as score.performance.revenue")
  .nullable();
export const AddComment = ProgramVersionRef.extend({ path: CommentPath.default(null), text: z.string().trim().min(1).max(2000) });
export const ResolveComment = ProgramVersionRef.extend({ comment: RowNumber });

export const ProgramComment = z.object({
  number: z.number().int(),
  path: z.string().nullable(),
  text: z.string(),
  author: z.string(),
  createdAt: z.string(),
  resolvedBy: z.string().nullable(),
  resolvedAt: z.string().nullable(),
});
export type ProgramComment = z.infer<typeof ProgramComment>;
export const ProgramCommentList = z.object({ items: z.array(ProgramComment) });
