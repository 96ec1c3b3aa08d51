import { AddComment, type ProgramComment } from "@/lib/contracts/program";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { commentDto } from "./comment-dto";
import { requirePlace } from "./require-place";
import { requireKeptVersion } from "./require-program-version";
import { unstorableText } from "./unstorable-text";

/** Says something of a version, or of a place in it. It stays as it was said. */
export const addComment = command({
  permission: "program.comment",
  input: AddComment,
  async run({ actor, db }, { program, version, path, text }): Promise<ProgramComment> {
    const [unstorable] = unstorableText(text, "text");
    if (unstorable !== undefined) throw new AppError("invalid_input", `${unstorable.path}: ${unstorable.message}`, { issues: [unstorable] });
    const spokenOf = await requireKeptVersion(db, program, version, "comment on");
    if (path !== null) await requirePlace(db, spokenOf, path);
    const number = await db.drafts.addComment(spokenOf.id, actor, { path, text });
    const added = (await db.drafts.listComments(spokenOf.id)).find((comment) => comment.number === number);
    if (added === undefined) throw new Error("the comment was not stored");
    return commentDto(added);
  },
});
