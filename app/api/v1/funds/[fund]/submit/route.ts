import { Fund } from "@/lib/contracts/fund";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { submitFund } from "@/lib/services/entitle/submit-fund";

export const POST = route({ summary: "Hand a draft over for approval", tag: "Funds", service: submitFund, read: fromJson, send: json(Fund) });
