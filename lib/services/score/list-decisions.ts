import { z } from "zod";
import { RunDecisionsQuery } from "@/lib/contracts/run";
import type { DecisionPage } from "@/lib/contracts/standings";
import { query } from "@/lib/services/define-service";
import { decodeCursor, encodeCursor } from "@/lib/services/page-cursor";
import { requireRun } from "./require-run";
import { runDto } from "./run-dto";
import { standingDto } from "./standing-dto";
import { tierNames } from "./tier-names";

/** A run's decisions by rank, page after page. */
export const listDecisions = query({
  permission: "run.read",
  input: RunDecisionsQuery,
  async run({ db }, input): Promise<DecisionPage> {
    const run = await requireRun(db, input.run);
    const found = await db.standings.listAfter(run.id, decodeCursor(input.cursor, z.string()), input.limit + 1);
    const names = tierNames(runDto(run));
    const items = found.slice(0, input.limit).map((row) => standingDto(row, names));
    const last = items.at(-1);
    return { items, nextCursor: found.length > input.limit && last !== undefined ? encodeCursor(last.partner.code) : null };
  },
});
