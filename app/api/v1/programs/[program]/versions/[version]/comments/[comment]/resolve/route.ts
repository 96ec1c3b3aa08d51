import { ProgramComment } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { resolveComment } from "@/lib/services/define/resolve-comment";

export const POST = route({
  summary: "Settle what was said",
  tag: "Programs",
  service: resolveComment,
  read: fromJson,
  send: json(ProgramComment),
});
