import type { ImportBatchPage } from "@/lib/contracts/import-batch";
import { PageQuery } from "@/lib/contracts/page";
import { AppError } from "@/lib/errors";
import { query } from "../define-service";

/** Imports, newest first; the cursor is the number of the last one shown. */
export const listImports = query({
  permission: "import.read",
  input: PageQuery,
  run: async ({ db }, { cursor, limit }): Promise<ImportBatchPage> => {
    const beforeNumber = cursor === undefined ? null : Number(cursor);
    if (beforeNumber !== null && !Number.isSafeInteger(beforeNumber))
      throw new AppError("invalid_input", "cursor: pass it back exactly as it was given.");
    const rows = await db.batches.list({ beforeNumber, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.number) : null };
  },
});
