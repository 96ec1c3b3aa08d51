import { ImportBatch } from "@/lib/contracts/import-batch";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { discardWaiting } from "@/lib/services/measure/discard-waiting";

export const POST = route({
  summary: "Discard the rows of an import that still wait",
  tag: "Imports",
  service: discardWaiting,
  read: fromJson,
  send: json(ImportBatch),
});
