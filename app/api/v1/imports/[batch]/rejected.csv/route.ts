import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { csv } from "@/lib/http/send-answer";
import { writeRejectedRows } from "@/lib/services/measure/write-rejected-rows";

export const GET = route({
  summary: "The rejected rows as a file to mend and send again",
  tag: "Imports",
  service: writeRejectedRows,
  read: fromQuery,
  send: csv,
});
