import { ImportDetail } from "@/lib/contracts/import-batch";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getImport } from "@/lib/services/measure/get-import";

export const GET = route({
  summary: "One import with its balance, rejected rows and unknown codes",
  tag: "Imports",
  service: getImport,
  read: fromQuery,
  send: json(ImportDetail),
});
