import { PartnerPage } from "@/lib/contracts/partner";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listPartners } from "@/lib/services/measure/list-partners";

export const GET = route({ summary: "Partners by code", tag: "Partners", service: listPartners, read: fromQuery, send: json(PartnerPage) });
