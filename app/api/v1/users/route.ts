import { UserPage } from "@/lib/contracts/user";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { listUsers } from "@/lib/services/settings/list-users";

export const GET = route({ summary: "Who has or had an account", tag: "Access", service: listUsers, read: fromQuery, send: json(UserPage) });
