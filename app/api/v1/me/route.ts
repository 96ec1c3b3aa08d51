import { Me } from "@/lib/contracts/session";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getMe } from "@/lib/services/settings/get-me";

export const GET = route({ summary: "Who asks, and what they may do", tag: "Access", service: getMe, read: fromQuery, send: json(Me) });
