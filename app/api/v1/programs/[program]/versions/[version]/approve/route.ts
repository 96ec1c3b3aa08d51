import { ProgramVersionSummary } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { approveProposal } from "@/lib/services/define/approve-proposal";

export const POST = route({
  summary: "Put what another person proposed into effect",
  tag: "Programs",
  service: approveProposal,
  read: fromJson,
  send: json(ProgramVersionSummary),
});
