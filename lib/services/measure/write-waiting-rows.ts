import { BatchRef } from "@/lib/contracts/import-batch";
import { readRows } from "@/lib/import/read-rows";
import { rejectedFile } from "@/lib/import/rejected-file";
import { longCommand } from "../define-service";

/** The rows of an import that wait for what they name, as a CSV file to mend and send again, in pieces. */
export const writeWaitingRows = longCommand({
  permission: "import.read",
  input: BatchRef,
  run: async ({ bulk }, { batch }): Promise<{ fileName: string; chunks: AsyncIterable<string> }> => {
    const { fileName, header, rows } = await bulk.readWaitingRows(batch, readRows);
    return { fileName: `waiting-${batch}-${fileName}`, chunks: rejectedFile(header, rows) };
  },
});
