import { ImportBatch } from "@/lib/contracts/import-batch";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { decideImport } from "@/lib/services/measure/decide-import";

export const POST = route({
  summary: "Load the good rows of an import that waits, or nothing",
  tag: "Imports",
  service: decideImport,
  read: fromJson,
  send: json(ImportBatch),
});
