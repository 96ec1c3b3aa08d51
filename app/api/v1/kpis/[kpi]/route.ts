import { KpiReport } from "@/lib/contracts/kpi";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getKpi } from "@/lib/services/measure/get-kpi";

export const GET = route({
  summary: "One KPI and what each partner adds to it",
  tag: "KPIs",
  service: getKpi,
  read: fromQuery,
  send: json(KpiReport),
});
