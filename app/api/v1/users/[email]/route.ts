import { User, UserRef } from "@/lib/contracts/user";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { changeRole } from "@/lib/services/settings/change-role";
import { removeUser } from "@/lib/services/settings/remove-user";

export const POST = route({ summary: "Give somebody another role", tag: "Access", service: changeRole, read: fromJson, send: json(User) });

export const DELETE = route({ summary: "Close somebody's account", tag: "Access", service: removeUser, read: fromQuery, send: json(UserRef) });
