import { ProgramVersionSummary } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { discardDraft } from "@/lib/services/define/discard-draft";

export const POST = route({
  summary: "Give a draft up",
  tag: "Programs",
  service: discardDraft,
  read: fromJson,
  send: json(ProgramVersionSummary),
});
