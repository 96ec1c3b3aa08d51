import { z } from "zod";
import type { AuditVerification } from "@/lib/contracts/audit";
import { query } from "../define-service";

/** Computes the hash chain of the audit trail anew and names the first event that does not hold. */
export const verifyAudit = query({
  permission: "audit.read",
  input: z.strictObject({}),
  run: ({ db }): Promise<AuditVerification> => db.audit.verify(),
});
