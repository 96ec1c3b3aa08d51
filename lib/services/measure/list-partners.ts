import { z } from "zod";
import { type PartnerPage, PartnersQuery } from "@/lib/contracts/partner";
import { query } from "../define-service";
import { decodeCursor, encodeCursor } from "../page-cursor";

/** The organization's partners by code, page by page; those whose code or name contains `search` when given. */
export const listPartners = query({
  permission: "partner.read",
  input: PartnersQuery,
  run: async ({ db }, { cursor, limit, search }): Promise<PartnerPage> => {
    const found = await db.partners.list({ search: search ?? null, after: decodeCursor(cursor, z.string()), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.code) : null };
  },
});
