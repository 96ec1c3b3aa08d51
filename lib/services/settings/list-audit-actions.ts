import { z } from "zod";
import { query } from "../define-service";

/** The actions that the organization's trail tells of, to choose from. */
export const listAuditActions = query({
  permission: "audit.read",
  input: z.strictObject({}),
  run: async ({ db }): Promise<{ actions: string[] }> => ({ actions: await db.audit.listActions() }),
});
