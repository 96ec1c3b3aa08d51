import { Run } from "@/lib/contracts/run";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { publishRun } from "@/lib/services/score/publish-run";

export const POST = route({ summary: "Publish a draft run", tag: "Runs", service: publishRun, read: fromJson, send: json(Run) });
