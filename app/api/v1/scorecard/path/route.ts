import { PathAnswer } from "@/lib/contracts/path";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getOwnPath } from "@/lib/services/score/get-own-path";

export const GET = route({
  summary: "What the partner that the caller belongs to can do to reach the next tier, or one that is named",
  tag: "Partners",
  service: getOwnPath,
  read: fromQuery,
  send: json(PathAnswer),
});
