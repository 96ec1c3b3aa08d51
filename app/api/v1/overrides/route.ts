import { CreatedOverride, OverridePage } from "@/lib/contracts/override";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { createOverride } from "@/lib/services/score/create-override";
import { listOverrides } from "@/lib/services/score/list-overrides";

export const GET = route({
  summary: "Overrides, those in force by the day they expire, others newest first",
  tag: "Overrides",
  service: listOverrides,
  read: fromQuery,
  send: json(OverridePage),
});

export const POST = route({
  summary: "Set a partner's tier by hand until a day",
  tag: "Overrides",
  service: createOverride,
  read: fromJson,
  send: json(CreatedOverride, 201),
});
