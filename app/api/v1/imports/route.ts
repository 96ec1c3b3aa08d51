import { ImportBatch, ImportBatchPage } from "@/lib/contracts/import-batch";
import { ImportUpload } from "@/lib/contracts/import-upload";
import { fromQuery, fromUpload } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listImports } from "@/lib/services/measure/list-imports";
import { receiveImport } from "@/lib/services/measure/receive-import";

export const GET = route({ summary: "Imports, newest first", tag: "Imports", service: listImports, read: fromQuery, send: json(ImportBatchPage) });

/** The body is the file itself. Not to be matched by proxy.ts, which would cut it at 10 MB. */
export const POST = route({
  summary: "Import a file of facts or master data",
  tag: "Imports",
  service: receiveImport,
  read: fromUpload(ImportUpload, ({ name, ...options }, { bytes, body }) => ({ ...options, fileName: name, expectedBytes: bytes, body })),
  send: json(ImportBatch, 202),
});
