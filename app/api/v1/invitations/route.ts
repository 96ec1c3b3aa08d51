import { CreatedInvitation, InvitationList } from "@/lib/contracts/user";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { inviteUser } from "@/lib/services/settings/invite-user";
import { listInvitations } from "@/lib/services/settings/list-invitations";

export const GET = route({ summary: "The newest invitations", tag: "Access", service: listInvitations, read: fromQuery, send: json(InvitationList) });

export const POST = route({
  summary: "Invite somebody to open an account; the link is shown this once",
  tag: "Access",
  service: inviteUser,
  read: fromJson,
  send: json(CreatedInvitation, 201),
  isSecret: true,
});
