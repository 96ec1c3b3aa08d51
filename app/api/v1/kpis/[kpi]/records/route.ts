import { Evidence } from "@/lib/contracts/scorecard";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listKpiRecords } from "@/lib/services/measure/list-kpi-records";

export const GET = route({
  summary: "The records behind what a partner adds to a KPI",
  tag: "KPIs",
  service: listKpiRecords,
  read: fromQuery,
  send: json(Evidence),
});
