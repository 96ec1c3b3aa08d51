import { ProgramVersionSummary } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";

export const POST = route({
  summary: "Put a draft version into effect from a day on",
  tag: "Programs",
  service: publishProgramVersion,
  read: fromJson,
  send: json(ProgramVersionSummary),
});
