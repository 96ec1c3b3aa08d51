import { z } from "zod";
import { Program } from "@/lib/domain/define/program";
import { ProgramKey } from "./program";

export const ProgramTemplateSummary = z.object({
  key: z.string(),
  name: z.string(),
  /** Who begins with it, one sentence. */
  forWhom: z.string(),
  /** What of the program language it shows. */
  teaches: z.string(),
});
export type ProgramTemplateSummary = z.infer<typeof ProgramTemplateSummary>;

export const ProgramTemplateList = z.object({ items: z.array(ProgramTemplateSummary) });

/** With the document that the organization would begin with: in its currency and fiscal year, with its product categories. */
export const ProgramTemplateDetail = ProgramTemplateSummary.extend({ document: Program });
export type ProgramTemplateDetail = z.infer<typeof ProgramTemplateDetail>;

export const ProgramTemplateRef = z.strictObject({ template: z.string().max(64) });
export const AdoptTemplate = ProgramTemplateRef.extend({ program: ProgramKey });
