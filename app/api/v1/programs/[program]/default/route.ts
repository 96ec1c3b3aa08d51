import { ProgramVersionSummary } from "@/lib/contracts/program";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { adoptDefaultProgram } from "@/lib/services/define/adopt-default-program";

export const POST = route({
  summary: "Begin with the default program",
  tag: "Programs",
  service: adoptDefaultProgram,
  read: fromJson,
  send: json(ProgramVersionSummary, 201),
});
