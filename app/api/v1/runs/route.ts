import { Run, RunPage } from "@/lib/contracts/run";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listRuns } from "@/lib/services/score/list-runs";

export const GET = route({ summary: "Runs, newest first", tag: "Runs", service: listRuns, read: fromQuery, send: json(RunPage) });

export const POST = route({
  summary: "Evaluate all partners into a draft run",
  tag: "Runs",
  service: evaluateRun,
  read: fromJson,
  send: json(Run, 201),
});
