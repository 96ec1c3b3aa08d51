import { PartnerAllocations } from "@/lib/contracts/fund";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listOwnAllocations } from "@/lib/services/entitle/list-own-allocations";

export const GET = route({
  summary: "What the partner that you belong to was allocated",
  tag: "Partners",
  service: listOwnAllocations,
  read: fromQuery,
  send: json(PartnerAllocations),
});
