import { KpiList } from "@/lib/contracts/kpi";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listKpis } from "@/lib/services/measure/list-kpis";

export const GET = route({ summary: "The definition of every KPI", tag: "KPIs", service: listKpis, read: fromQuery, send: json(KpiList) });
