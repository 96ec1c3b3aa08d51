import { now } from "@/lib/clock";
import { type ProgramComment, ResolveComment } from "@/lib/contracts/program";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { commentDto } from "./comment-dto";
import { requireProgramVersion } from "./require-program-version";

/** Notes that what was said is settled. */
export const resolveComment = command({
  permission: "program.comment",
  input: ResolveComment,
  async run({ actor, db }, { program, version, comment: number }): Promise<ProgramComment> {
    const { id } = await requireProgramVersion(db, program, version);
    const resolved = await db.drafts.resolveComment(id, number, actor, now());
    const comment = (await db.drafts.listComments(id)).find((one) => one.number === number);
    if (comment === undefined) throw new AppError("not_found", `Version ${version} has no comment ${number}.`);
    if (!resolved) throw new AppError("conflict", `Comment ${number} was resolved by ${comment.resolvedBy} already.`);
    return commentDto(comment);
  },
});
