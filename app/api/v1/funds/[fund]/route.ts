import { FundPage } from "@/lib/contracts/fund";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getFund } from "@/lib/services/entitle/get-fund";

export const GET = route({ summary: "A fund and a page of its allocations", tag: "Funds", service: getFund, read: fromQuery, send: json(FundPage) });
