import { BatchRef } from "@/lib/contracts/import-batch";
import { rejectedFile } from "@/lib/import/rejected-file";
import { longCommand } from "../define-service";

/** The rejected rows of an import as a CSV file to mend and send again, in pieces. */
export const writeRejectedRows = longCommand({
  permission: "import.read",
  input: BatchRef,
  run: async ({ bulk }, { batch }): Promise<{ fileName: string; chunks: AsyncIterable<string> }> => {
    const { fileName, header, rows } = await bulk.readRejectedRows(batch);
    return { fileName: `rejected-${batch}-${fileName}`, chunks: rejectedFile(header, rows) };
  },
});
