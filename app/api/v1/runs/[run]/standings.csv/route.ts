import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { exportStandingsCsv } from "@/lib/services/score/export-standings";

export const GET = route({ summary: "A run's standings as a CSV file", tag: "Runs", service: exportStandingsCsv, read: fromQuery, send: csv });
