import { z } from "zod";
import type { ApiToken } from "@/lib/contracts/token";
import { query } from "../define-service";

/** Every API token ever made, newest first; the tokens themselves are not kept. */
export const listTokens = query({
  permission: "token.manage",
  input: z.strictObject({}),
  run: async ({ db }): Promise<{ items: ApiToken[] }> => ({ items: await db.tokens.list() }),
});
