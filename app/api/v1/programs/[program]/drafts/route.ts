import { ProgramVersion } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { startDraft } from "@/lib/services/define/start-draft";

export const POST = route({
  summary: "Begin a draft as a copy of a version",
  tag: "Programs",
  service: startDraft,
  read: fromJson,
  send: json(ProgramVersion, 201),
});
