import { AuditVerification } from "@/lib/contracts/audit";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { verifyAudit } from "@/lib/services/settings/verify-audit";

export const GET = route({
  summary: "Compute the audit trail's hash chain anew",
  tag: "Access",
  service: verifyAudit,
  read: fromQuery,
  send: json(AuditVerification),
});
