import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { xlsx } from "@/lib/http/send-answer";
import { exportCoverageXlsx } from "@/lib/services/activate/export-coverage";

export const GET = route({
  summary: "The coverage of a run, cell by cell, as a workbook",
  tag: "Runs",
  service: exportCoverageXlsx,
  read: fromQuery,
  send: xlsx,
});
