"use client";

import { apiRequest } from "@/components/api/api-request";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type RemoveUserProps = { readonly email: string; readonly name: string };

export function RemoveUser({ email, name }: RemoveUserProps) {
  return (
    <ConfirmDialog
      label="Remove…"
      about={name}
      title={`Remove ${name}?`}
      confirm="Remove"
      working="Removing…"
      failure="Nobody was removed"
      act={() => apiRequest("DELETE", `/api/v1/users/${encodeURIComponent(email)}`)}
    >
      {email} is signed out everywhere at once and cannot sign in again, and its API tokens end. What it did stays in the audit trail. Inviting the
      address again opens the account anew.
    </ConfirmDialog>
  );
}
