import { Fund } from "@/lib/contracts/fund";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { changeBudget } from "@/lib/services/entitle/change-budget";

export const POST = route({
  summary: "Change a draft's budget and propose anew",
  tag: "Funds",
  service: changeBudget,
  read: fromJson,
  send: json(Fund),
});
