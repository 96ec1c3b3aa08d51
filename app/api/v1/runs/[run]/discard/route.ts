import { Run } from "@/lib/contracts/run";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { discardRun } from "@/lib/services/score/discard-run";

export const POST = route({ summary: "Put a draft run aside", tag: "Runs", service: discardRun, read: fromJson, send: json(Run) });
