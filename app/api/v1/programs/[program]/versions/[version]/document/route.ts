import { ProgramVersion } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { saveDraft } from "@/lib/services/define/save-draft";

export const PUT = route({
  summary: "Write a draft, as its last revision was seen",
  tag: "Programs",
  service: saveDraft,
  read: fromJson,
  send: json(ProgramVersion),
});
