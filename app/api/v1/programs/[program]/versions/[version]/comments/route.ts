import { ProgramComment, ProgramCommentList } from "@/lib/contracts/program";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { addComment } from "@/lib/services/define/add-comment";
import { listComments } from "@/lib/services/define/list-comments";

export const GET = route({
  summary: "What people say of a version",
  tag: "Programs",
  service: listComments,
  read: fromQuery,
  send: json(ProgramCommentList),
});

export const POST = route({
  summary: "Say something of a version",
  tag: "Programs",
  service: addComment,
  read: fromJson,
  send: json(ProgramComment, 201),
});
