import { Allocation } from "@/lib/contracts/fund";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { adjustAllocation } from "@/lib/services/entitle/adjust-allocation";

export const POST = route({
  summary: "Adjust one partner's amount of a draft",
  tag: "Funds",
  service: adjustAllocation,
  read: fromJson,
  send: json(Allocation),
});
