import { StaffScorecardAnswer } from "@/lib/contracts/scorecard-answer";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getScorecard } from "@/lib/services/score/get-scorecard";

export const GET = route({
  summary: "A partner's scorecard, in the last published run unless one is named",
  tag: "Partners",
  service: getScorecard,
  read: fromQuery,
  send: json(StaffScorecardAnswer),
});
