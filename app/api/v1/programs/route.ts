import { ProgramVersion, ProgramVersionList } from "@/lib/contracts/program";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";

export const GET = route({
  summary: "Versions of every program, newest first",
  tag: "Programs",
  service: listProgramVersions,
  read: fromQuery,
  send: json(ProgramVersionList),
});

export const POST = route({
  summary: "Add a draft version",
  tag: "Programs",
  service: createProgramVersion,
  read: fromJson,
  send: json(ProgramVersion, 201),
});
