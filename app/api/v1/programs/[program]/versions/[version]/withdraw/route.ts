import { ProgramVersionSummary } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { withdrawProposal } from "@/lib/services/define/withdraw-proposal";

export const POST = route({
  summary: "Make what is proposed a draft again",
  tag: "Programs",
  service: withdrawProposal,
  read: fromJson,
  send: json(ProgramVersionSummary),
});
