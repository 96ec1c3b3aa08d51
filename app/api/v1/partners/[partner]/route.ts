import { Partner } from "@/lib/contracts/partner";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getPartner } from "@/lib/services/measure/get-partner";

export const GET = route({ summary: "One partner", tag: "Partners", service: getPartner, read: fromQuery, send: json(Partner) });
