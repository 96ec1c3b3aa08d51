import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { exportAllocationsCsv } from "@/lib/services/entitle/export-allocations";

export const GET = route({ summary: "A fund's allocations as a CSV file", tag: "Funds", service: exportAllocationsCsv, read: fromQuery, send: csv });
