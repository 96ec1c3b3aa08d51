import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { AcceptInvitation } from "@/lib/contracts/user";
import { accessRoute } from "@/lib/http/access-route";

export const POST = accessRoute(AcceptInvitation, acceptInvitation);
