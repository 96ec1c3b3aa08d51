import { z } from "zod";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { query } from "@/lib/services/define-service";
import { programVersionSummary } from "./program-version-dto";

/** Every version of every program, newest first within each. */
export const listProgramVersions = query({
  permission: "program.read",
  input: z.strictObject({}),
  async run({ db }): Promise<{ items: ProgramVersionSummary[] }> {
    return { items: (await db.programs.listVersions()).map(programVersionSummary) };
  },
});
