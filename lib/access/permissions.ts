import { z } from "zod";

export const Role = z.enum(["admin", "channel_manager", "finance", "partner"]);
export type Role = z.infer<typeof Role>;

/** How far a permission reaches: the whole organization, the partner user's own partner, or nowhere. */
export type Reach = "all" | "own" | "none";

/** The whole access policy on one screen. A test walks every cell. */
export const PERMISSIONS = {
  "organization.read": { admin: "all", channel_manager: "all", finance: "all", partner: "own" },
  "home.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "standings.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "scorecard.read": { admin: "all", channel_manager: "all", finance: "all", partner: "own" },
  "facts.read": { admin: "all", channel_manager: "all", finance: "all", partner: "own" },
  "partner.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "program.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "program.write": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "program.comment": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "program.approve": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "run.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "run.evaluate": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "run.publish": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "override.write": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "fund.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "fund.allocate": { admin: "all", channel_manager: "none", finance: "all", partner: "none" },
  "fund.approve": { admin: "all", channel_manager: "none", finance: "all", partner: "none" },
  "allocation.read": { admin: "all", channel_manager: "all", finance: "all", partner: "own" },
  "kpi.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "coverage.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "import.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "import.write": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "metric.read": { admin: "all", channel_manager: "all", finance: "all", partner: "none" },
  "metric.write": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "region.manage": { admin: "all", channel_manager: "all", finance: "none", partner: "none" },
  "organization.manage": { admin: "all", channel_manager: "none", finance: "none", partner: "none" },
  "sample.manage": { admin: "all", channel_manager: "none", finance: "none", partner: "none" },
  "token.manage": { admin: "all", channel_manager: "none", finance: "none", partner: "none" },
  "user.manage": { admin: "all", channel_manager: "none", finance: "none", partner: "none" },
  "audit.read": { admin: "all", channel_manager: "none", finance: "all", partner: "none" },
} as const satisfies Record<string, Record<Role, Reach>>;

export type Permission = keyof typeof PERMISSIONS;
export const Permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]);

/** What a role holds, in the order of the table. */
export function permissionsOf(role: Role): Permission[] {
  return Permission.options.filter((permission) => PERMISSIONS[permission][role] !== "none");
}
