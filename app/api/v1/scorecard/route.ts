import { PartnerScorecardAnswer } from "@/lib/contracts/scorecard-answer";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getOwnScorecard } from "@/lib/services/score/get-own-scorecard";

export const GET = route({
  summary: "The scorecard of the partner that the caller belongs to",
  tag: "Partners",
  service: getOwnScorecard,
  read: fromQuery,
  send: json(PartnerScorecardAnswer),
});
