import type { ProgramComment } from "@/lib/contracts/program";
import type { CommentRow } from "@/lib/db/drafts";

export function commentDto({ authorId: _id, ...comment }: CommentRow): ProgramComment {
  return comment;
}
