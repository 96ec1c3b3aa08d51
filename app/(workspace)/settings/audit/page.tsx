import type { Metadata } from "next";
import { auditFaults, readAuditAddress } from "@/components/settings/audit-address";
import { AuditView } from "@/components/settings/audit-view";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { AddressNotice } from "@/components/shell/address-notice";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";
import { listAuditActions } from "@/lib/services/settings/list-audit-actions";
import { listAuditEvents } from "@/lib/services/settings/list-audit-events";
import { verifyAudit } from "@/lib/services/settings/verify-audit";

export const metadata: Metadata = { title: "Audit trail" };

type AuditPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const { verify, cursor, ...filter } = readAuditAddress(params);
  const page = await forPage(listAuditEvents(actor, { ...filter, cursor, limit: 50 }));
  const { actions } = await forPage(listAuditActions(actor, {}));
  const verification = verify ? await forPage(verifyAudit(actor, {})) : null;
  const me = await forPage(getMe(actor, {}));
  return (
    <SettingsFrame
      current="audit"
      permissions={me.permissions}
      lead="Every change, with who made it and when. Events are never changed or removed; each holds the hash of the one before."
    >
      <AddressNotice faults={auditFaults(params, filter)} />
      <AuditView
        page={page}
        filter={filter}
        actions={actions}
        verification={verification}
        organization={me.organization}
        today={today(me.organization.timeZone)}
      />
    </SettingsFrame>
  );
}
