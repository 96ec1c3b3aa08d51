import { DraftState } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { seeDraft } from "@/lib/services/define/see-draft";

export const PUT = route({
  summary: "Say that a draft is open, and hear who else has it open",
  tag: "Programs",
  service: seeDraft,
  read: fromJson,
  send: json(DraftState),
});
