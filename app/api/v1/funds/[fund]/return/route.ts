import { Fund } from "@/lib/contracts/fund";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { returnFund } from "@/lib/services/entitle/return-fund";

export const POST = route({
  summary: "Give a submitted fund back to be changed",
  tag: "Funds",
  service: returnFund,
  read: fromJson,
  send: json(Fund),
});
