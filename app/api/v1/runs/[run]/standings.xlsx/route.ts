import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { xlsx } from "@/lib/http/send-answer";
import { exportStandingsXlsx } from "@/lib/services/score/export-standings";

export const GET = route({ summary: "A run's standings as a workbook", tag: "Runs", service: exportStandingsXlsx, read: fromQuery, send: xlsx });
