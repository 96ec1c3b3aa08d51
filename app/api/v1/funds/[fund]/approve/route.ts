import { Fund } from "@/lib/contracts/fund";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { approveFund } from "@/lib/services/entitle/approve-fund";

export const POST = route({
  summary: "Approve a submitted fund, as another person",
  tag: "Funds",
  service: approveFund,
  read: fromJson,
  send: json(Fund),
});
