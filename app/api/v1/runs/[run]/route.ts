import { Run } from "@/lib/contracts/run";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getRun } from "@/lib/services/score/get-run";

export const GET = route({ summary: "One run", tag: "Runs", service: getRun, read: fromQuery, send: json(Run) });
