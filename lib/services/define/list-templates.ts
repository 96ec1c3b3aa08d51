import { z } from "zod";
import type { ProgramTemplateSummary } from "@/lib/contracts/program-template";
import { PROGRAM_TEMPLATES } from "@/lib/domain/define/templates/program-templates";
import { query } from "@/lib/services/define-service";

/** The kinds of programs that one can begin with. */
export const listTemplates = query({
  permission: "program.read",
  input: z.strictObject({}),
  run: async (): Promise<{ items: ProgramTemplateSummary[] }> => ({
    items: PROGRAM_TEMPLATES.map(({ key, name, forWhom, teaches }) => ({ key, name, forWhom, teaches })),
  }),
});
