import { changePassword } from "@/lib/auth/change-password";
import { ChangePassword } from "@/lib/contracts/session";
import { accessRoute } from "@/lib/http/access-route";

export const POST = accessRoute(ChangePassword, async (input, { actor }) => changePassword(input, await actor()));
