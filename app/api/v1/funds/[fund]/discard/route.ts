import { Fund } from "@/lib/contracts/fund";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { discardFund } from "@/lib/services/entitle/discard-fund";

export const POST = route({ summary: "Put a draft aside", tag: "Funds", service: discardFund, read: fromJson, send: json(Fund) });
