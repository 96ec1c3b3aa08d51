import { type ProgramComment, ProgramVersionRef } from "@/lib/contracts/program";
import { query } from "@/lib/services/define-service";
import { commentDto } from "./comment-dto";
import { requireProgramVersion } from "./require-program-version";

/** What people say of a version, in the order in which it was said. */
export const listComments = query({
  permission: "program.read",
  input: ProgramVersionRef,
  async run({ db }, { program, version }): Promise<{ items: ProgramComment[] }> {
    const { id } = await requireProgramVersion(db, program, version);
    return { items: (await db.drafts.listComments(id)).map(commentDto) };
  },
});
