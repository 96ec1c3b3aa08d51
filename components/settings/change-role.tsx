"use client";

import { apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";
import type { UserEntry } from "@/lib/contracts/user";
import { PositionFields, positionOf } from "./position-fields";

type ChangeRoleProps = { readonly user: UserEntry };

export function ChangeRole({ user: { email, name, role, partner } }: ChangeRoleProps) {
  return (
    <ActionDialog
      label="Change role…"
      spokenLabel={`Change role… of ${name}`}
      title={`What may ${name} do?`}
      confirm="Change role"
      working="Changing…"
      failure="The role was not changed"
      fields={["role", "partner"]}
      act={(form) => apiRequest("POST", `/api/v1/users/${encodeURIComponent(email)}`, positionOf(form))}
    >
      {(errors) => (
        <>
          <PositionFields initial={{ role, partner: partner?.code ?? null }} errors={errors} />
          <p className="text-muted">It holds from the person's next click on. Their API tokens never open more than the new role.</p>
        </>
      )}
    </ActionDialog>
  );
}
