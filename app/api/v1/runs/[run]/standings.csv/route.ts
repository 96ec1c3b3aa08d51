import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { exportStandings } from "@/lib/services/score/export-standings";

export const GET = route({
  summary: "A run's standings as a file",
  tag: "Runs",
  service: exportStandings,
  read: fromQuery,
  send: csv,
});
