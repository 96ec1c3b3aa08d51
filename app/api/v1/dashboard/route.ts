import { Dashboard } from "@/lib/contracts/kpi";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getDashboard } from "@/lib/services/measure/get-dashboard";

export const GET = route({
  summary: "Every KPI over the quarters, one of them by tier, region or product line",
  tag: "KPIs",
  service: getDashboard,
  read: fromQuery,
  send: json(Dashboard),
});
