import { ProgramTemplateDetail } from "@/lib/contracts/program-template";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getTemplate } from "@/lib/services/define/get-template";

export const GET = route({
  summary: "A template with the document to begin with",
  tag: "Programs",
  service: getTemplate,
  read: fromQuery,
  send: json(ProgramTemplateDetail),
});
