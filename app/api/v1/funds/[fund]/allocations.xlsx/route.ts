import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { xlsx } from "@/lib/http/send-answer";
import { exportAllocationsXlsx } from "@/lib/services/entitle/export-allocations";

export const GET = route({
  summary: "A fund's allocations as a workbook",
  tag: "Funds",
  service: exportAllocationsXlsx,
  read: fromQuery,
  send: xlsx,
});
