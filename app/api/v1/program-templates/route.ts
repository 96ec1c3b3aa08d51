import { ProgramTemplateList } from "@/lib/contracts/program-template";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listTemplates } from "@/lib/services/define/list-templates";

export const GET = route({
  summary: "Kinds of programs to begin with",
  tag: "Programs",
  service: listTemplates,
  read: fromQuery,
  send: json(ProgramTemplateList),
});
