import { AuditPage } from "@/lib/contracts/audit";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listAuditEvents } from "@/lib/services/settings/list-audit-events";

export const GET = route({
  summary: "The audit trail, newest first",
  tag: "Access",
  service: listAuditEvents,
  read: fromQuery,
  send: json(AuditPage),
});
