import type { Me } from "@/lib/contracts/session";

const ROLES: Readonly<Record<Me["role"], string>> = {
  admin: "Administrator",
  channel_manager: "Channel manager",
  finance: "Finance",
  partner: "Partner",
};

export function roleWords(role: Me["role"]): string {
  return ROLES[role];
}
