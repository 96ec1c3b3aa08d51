import { BatchRef } from "@/lib/contracts/import-batch";
import { longCommand } from "../define-service";

/** Ends an import that could not be processed however often it was tried. Nothing of it is loaded; what is done already stays. */
export const giveUpImport = longCommand({
  permission: "import.write",
  input: BatchRef,
  run: ({ bulk }, { batch }): Promise<void> =>
    bulk.failBatch(batch, {
      code: "gave_up",
      message:
        "The import was tried several times and failed each time for a reason that is not in the file. Nothing was loaded; send the file again, and tell your administrator if it fails once more.",
    }),
});
