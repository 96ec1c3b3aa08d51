import { Evidence } from "@/lib/contracts/scorecard";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listEvidence } from "@/lib/services/score/list-evidence";

export const GET = route({
  summary: "The records behind a metric, counted or left out",
  tag: "Partners",
  service: listEvidence,
  read: fromQuery,
  send: json(Evidence),
});
