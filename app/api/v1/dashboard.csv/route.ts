import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { exportDashboardCsv } from "@/lib/services/measure/export-dashboard";

export const GET = route({ summary: "The dashboard as a CSV file", tag: "KPIs", service: exportDashboardCsv, read: fromQuery, send: csv });
