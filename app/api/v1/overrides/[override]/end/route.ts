import { Override } from "@/lib/contracts/override";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { endOverride } from "@/lib/services/score/end-override";

export const POST = route({
  summary: "End an override before its day",
  tag: "Overrides",
  service: endOverride,
  read: fromJson,
  send: json(Override),
});
