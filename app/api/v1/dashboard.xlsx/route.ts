import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { xlsx } from "@/lib/http/send-answer";
import { exportDashboardXlsx } from "@/lib/services/measure/export-dashboard";

export const GET = route({ summary: "The dashboard as a workbook", tag: "KPIs", service: exportDashboardXlsx, read: fromQuery, send: xlsx });
