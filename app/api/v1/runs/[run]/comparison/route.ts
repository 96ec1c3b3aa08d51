import { RunComparison } from "@/lib/contracts/run";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { compareRun } from "@/lib/services/score/compare-run";

export const GET = route({
  summary: "A run beside the run it follows: who moves, and why",
  tag: "Runs",
  service: compareRun,
  read: fromQuery,
  send: json(RunComparison),
});
