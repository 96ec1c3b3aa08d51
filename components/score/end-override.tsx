"use client";

import { apiRequest } from "@/components/api/api-request";
import { formatDate } from "@/components/format/date";
import { ActionDialog } from "@/components/ui/action-dialog";
import type { ButtonLook } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import type { Override } from "@/lib/contracts/override";

type EndOverrideProps = { readonly override: Override; readonly look?: ButtonLook };

/** Ends an override that has not ended, with the reason. */
export function EndOverride({ override, look = "secondary" }: EndOverrideProps) {
  const { number, partner, tier, expires, state } = override;
  return (
    <ActionDialog
      label="End…"
      spokenLabel={`End the override of ${partner.name}`}
      look={look}
      title={`End the override of ${partner.name}?`}
      confirm="End override"
      working="Ending…"
      failure="The override was not ended"
      fields={["reason"]}
      act={(fields) => apiRequest<Override>("POST", `/api/v1/overrides/${number}/end`, { reason: String(fields.get("reason") ?? "") })}
    >
      {(errors) => (
        <>
          <p>
            {state === "expired"
              ? `It expired on ${formatDate(expires)}, and still sets ${tier.name} in runs as of a day before. Ended, it sets nothing any more.`
              : `It sets ${tier.name} until ${formatDate(expires)}. Ended, the next run decides by the figures; what is published stays.`}
          </p>
          <Field
            label="Reason"
            hint="Kept with the override and in the audit trail."
            error={errors.reason}
            control={(ids) => <input {...ids} name="reason" maxLength={500} autoComplete="off" className={CONTROL} />}
          />
        </>
      )}
    </ActionDialog>
  );
}
