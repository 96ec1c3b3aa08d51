import { FundComparison } from "@/lib/contracts/fund";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { compareFund } from "@/lib/services/entitle/compare-fund";

export const GET = route({
  summary: "What another run would move of a fund",
  tag: "Funds",
  service: compareFund,
  read: fromQuery,
  send: json(FundComparison),
});
