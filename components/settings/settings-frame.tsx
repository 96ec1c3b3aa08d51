import type { Route } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { Me } from "@/lib/contracts/session";

type Part = "account" | "organization" | "regions" | "users" | "tokens" | "audit";

/** In the order of the links. `needs`: the permission without which the page is not found, and so not linked. */
const PARTS: readonly { readonly part: Part; readonly label: string; readonly href: Route; readonly needs: Me["permissions"][number] | null }[] = [
  { part: "account", label: "Your account", href: "/settings", needs: null },
  { part: "organization", label: "Organization", href: "/settings/organization", needs: "organization.manage" },
  { part: "regions", label: "Regions", href: "/settings/regions", needs: "region.manage" },
  { part: "users", label: "Users", href: "/settings/users", needs: "user.manage" },
  { part: "tokens", label: "API tokens", href: "/settings/tokens", needs: "token.manage" },
  { part: "audit", label: "Audit trail", href: "/settings/audit", needs: "audit.read" },
];

type SettingsFrameProps = {
  readonly current: Part;
  readonly permissions: Me["permissions"];
  readonly lead: ReactNode;
  readonly children: ReactNode;
};

export function SettingsFrame({ current, permissions, lead, children }: SettingsFrameProps) {
  const open = PARTS.filter(({ needs }) => needs === null || permissions.includes(needs));
  return (
    <>
      <PageHeader title="Settings" lead={lead} />
      {open.length > 1 && <Tabs label="Settings" tabs={open.map(({ part, label, href }) => ({ label, href, current: part === current }))} />}
      {children}
    </>
  );
}
