import { ProgramVersionSummary } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { proposeDraft } from "@/lib/services/define/propose-draft";

export const POST = route({
  summary: "Hand a simulated draft to a second person",
  tag: "Programs",
  service: proposeDraft,
  read: fromJson,
  send: json(ProgramVersionSummary),
});
