import { PathAnswer } from "@/lib/contracts/path";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getPath } from "@/lib/services/score/get-path";

export const GET = route({
  summary: "What a partner can do to reach the next tier, or one that is named, at the least effort",
  tag: "Partners",
  service: getPath,
  read: fromQuery,
  send: json(PathAnswer),
});
