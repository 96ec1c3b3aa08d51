import { type ProgramVersionSummary, PublishProgramVersion } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { publishDraft } from "./publish-draft";

/** Puts a draft into effect from a day on. From then on it never changes; a correction is a new version. */
export const publishProgramVersion = command({
  permission: "program.write",
  input: PublishProgramVersion,
  run: ({ actor, db }, input): Promise<ProgramVersionSummary> => publishDraft(actor, db, input),
});
