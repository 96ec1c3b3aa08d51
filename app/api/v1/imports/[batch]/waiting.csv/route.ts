import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { writeWaitingRows } from "@/lib/services/measure/write-waiting-rows";

export const GET = route({
  summary: "The rows that wait for an unknown code, as a file to mend and send again",
  tag: "Imports",
  service: writeWaitingRows,
  read: fromQuery,
  send: csv,
});
