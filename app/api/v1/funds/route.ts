import { Fund, FundList } from "@/lib/contracts/fund";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listFunds } from "@/lib/services/entitle/list-funds";
import { proposeFund } from "@/lib/services/entitle/propose-fund";

export const GET = route({ summary: "Funds, newest period first", tag: "Funds", service: listFunds, read: fromQuery, send: json(FundList) });

export const POST = route({
  summary: "Set the budget of a period and propose its allocations",
  tag: "Funds",
  service: proposeFund,
  read: fromJson,
  send: json(Fund, 201),
});
