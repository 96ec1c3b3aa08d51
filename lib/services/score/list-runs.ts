import { z } from "zod";
import { PageQuery } from "@/lib/contracts/page";
import type { RunPage } from "@/lib/contracts/run";
import { query } from "@/lib/services/define-service";
import { decodeCursor, encodeCursor } from "@/lib/services/page-cursor";
import { runDto } from "./run-dto";

/** Runs, newest first. */
export const listRuns = query({
  permission: "run.read",
  input: PageQuery,
  async run({ db }, { cursor, limit }): Promise<RunPage> {
    const found = await db.runs.list({ before: decodeCursor(cursor, z.int()), limit: limit + 1 });
    const items = found.slice(0, limit).map(runDto);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.number) : null };
  },
});
