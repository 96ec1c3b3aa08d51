import { ProgramVersion } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { adoptTemplate } from "@/lib/services/define/adopt-template";

export const POST = route({
  summary: "Begin a draft with a template",
  tag: "Programs",
  service: adoptTemplate,
  read: fromJson,
  send: json(ProgramVersion, 201),
});
