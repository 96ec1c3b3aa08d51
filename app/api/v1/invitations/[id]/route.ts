import { Invitation } from "@/lib/contracts/user";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { revokeInvitation } from "@/lib/services/settings/revoke-invitation";

export const DELETE = route({ summary: "Revoke an invitation", tag: "Access", service: revokeInvitation, read: fromQuery, send: json(Invitation) });
