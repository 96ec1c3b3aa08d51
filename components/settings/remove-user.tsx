"use client";

import { apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";

type RemoveUserProps = { readonly email: string; readonly name: string };

export function RemoveUser({ email, name }: RemoveUserProps) {
  return (
    <ActionDialog
      label="Remove…"
      spokenLabel={`Remove… ${name}`}
      title={`Remove ${name}?`}
      confirm="Remove"
      working="Removing…"
      failure="Nobody was removed"
      act={() => apiRequest("DELETE", `/api/v1/users/${encodeURIComponent(email)}`)}
    >
      <p>
        {email} is signed out everywhere at once and cannot sign in again, and its API tokens end. What it did stays in the audit trail. Inviting the
        address again opens the account anew.
      </p>
    </ActionDialog>
  );
}
