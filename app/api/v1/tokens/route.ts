import { CreatedToken, TokenPage } from "@/lib/contracts/token";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { createToken } from "@/lib/services/settings/create-token";
import { listTokens } from "@/lib/services/settings/list-tokens";

export const GET = route({ summary: "API tokens, newest first", tag: "Access", service: listTokens, read: fromQuery, send: json(TokenPage) });

export const POST = route({
  summary: "Make an API token; it is shown this once",
  tag: "Access",
  service: createToken,
  read: fromJson,
  send: json(CreatedToken, 201),
  isSecret: true,
});
