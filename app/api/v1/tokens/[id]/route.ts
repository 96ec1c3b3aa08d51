import { ApiToken } from "@/lib/contracts/token";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { revokeToken } from "@/lib/services/settings/revoke-token";

export const DELETE = route({ summary: "Revoke an API token", tag: "Access", service: revokeToken, read: fromQuery, send: json(ApiToken) });
