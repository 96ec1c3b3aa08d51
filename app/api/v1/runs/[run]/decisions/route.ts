import { DecisionPage } from "@/lib/contracts/standings";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listDecisions } from "@/lib/services/score/list-decisions";

export const GET = route({ summary: "A run's decisions by rank", tag: "Runs", service: listDecisions, read: fromQuery, send: json(DecisionPage) });
