import { z } from "zod";
import { type OverridePage, OverridesQuery } from "@/lib/contracts/override";
import { query } from "@/lib/services/define-service";
import { decodeCursor, encodeCursor } from "@/lib/services/page-cursor";
import { overrideContext, overrideDto } from "./override-dto";

/** The overrides of a program, of all partners or of one: those in force by the day they expire, others newest first. */
export const listOverrides = query({
  permission: "standings.read",
  input: OverridesQuery,
  async run({ db }, { program, state, partner, cursor, limit }): Promise<OverridePage> {
    const context = await overrideContext(db, program);
    const found = await db.overrides.list({ program, state, partner, today: context.today }, decodeCursor(cursor, z.int()), limit + 1);
    const items = found.slice(0, limit).map((row) => overrideDto(row, context));
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.number) : null };
  },
});
