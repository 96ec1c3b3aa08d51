import { ReperformedRun } from "@/lib/contracts/reperformed-run";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { reperformRun } from "@/lib/services/score/reperform-run";

export const POST = route({
  summary: "Evaluate a run again from its frozen inputs and compare, byte for byte; changes nothing",
  tag: "Runs",
  service: reperformRun,
  read: fromJson,
  send: json(ReperformedRun),
});
