import { ProgramVersion } from "@/lib/contracts/program";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getProgramVersion } from "@/lib/services/define/get-program-version";

export const GET = route({
  summary: "One version with its document and issues",
  tag: "Programs",
  service: getProgramVersion,
  read: fromQuery,
  send: json(ProgramVersion),
});
