import { z } from "zod";
import { type AuditPage, AuditQuery } from "@/lib/contracts/audit";
import { query } from "../define-service";
import { decodeCursor, encodeCursor } from "../page-cursor";

/** The audit trail, newest first, narrowed by who, what, to what and when. */
export const listAuditEvents = query({
  permission: "audit.read",
  input: AuditQuery,
  run: async ({ db }, { cursor, limit, ...filter }): Promise<AuditPage> => {
    const { timeZone } = await db.organizations.get();
    const found = await db.audit.list(filter, { before: decodeCursor(cursor, z.int()), limit: limit + 1, timeZone });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.seq) : null };
  },
});
