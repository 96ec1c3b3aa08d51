import { PartnerAllocations } from "@/lib/contracts/fund";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listPartnerAllocations } from "@/lib/services/entitle/list-partner-allocations";

export const GET = route({
  summary: "What a partner was allocated",
  tag: "Partners",
  service: listPartnerAllocations,
  read: fromQuery,
  send: json(PartnerAllocations),
});
