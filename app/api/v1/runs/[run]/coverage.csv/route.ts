import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { exportCoverageCsv } from "@/lib/services/activate/export-coverage";

export const GET = route({
  summary: "The coverage of a run, cell by cell, as a CSV file",
  tag: "Runs",
  service: exportCoverageCsv,
  read: fromQuery,
  send: csv,
});
