import { z } from "zod";
import { PageQuery } from "@/lib/contracts/page";
import type { TokenPage } from "@/lib/contracts/token";
import { query } from "../define-service";
import { decodeCursor, encodeCursor } from "../page-cursor";

/** Every API token ever made, newest first; the tokens themselves are not kept. */
export const listTokens = query({
  permission: "token.manage",
  input: PageQuery,
  run: async ({ db }, { cursor, limit }): Promise<TokenPage> => {
    const found = await db.tokens.list({ before: decodeCursor(cursor, z.int()), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last !== undefined ? encodeCursor(last.id) : null };
  },
});
