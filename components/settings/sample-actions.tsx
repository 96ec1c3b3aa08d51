"use client";

import { useRouter } from "next/navigation";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { ActionDialog } from "@/components/ui/action-dialog";
import { Button, type ButtonLook } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type LoadSampleProps = { readonly label: string; readonly look?: ButtonLook };

/** Asks for the sample data; the page then shows how far it is. */
export function LoadSample({ label, look = "secondary" }: LoadSampleProps) {
  const router = useRouter();
  const { pending, problem, submit } = useSubmission();
  async function load() {
    await submit(() => apiRequest("POST", "/api/v1/sample-data"));
    router.refresh();
  }
  return (
    <>
      <Button look={look} onClick={load} disabled={pending}>
        {label}
      </Button>
      {problem !== null && (
        <div className="mt-3">
          <Notice tone="bad" title="The sample data is not loaded">
            {problem}
          </Notice>
        </div>
      )}
    </>
  );
}

type RemoveSampleProps = { readonly organization: string };

export function RemoveSample({ organization }: RemoveSampleProps) {
  return (
    <ActionDialog
      label="Remove the sample data…"
      title="Remove the sample data?"
      confirm="Remove all of it"
      working="Removing…"
      failure="Nothing was removed"
      fields={["name"]}
      act={(form) => apiRequest("DELETE", "/api/v1/sample-data", { name: form.get("name") })}
    >
      {(errors) => (
        <>
          <p>
            Every region, product, partner, import, program, run and fund goes, with all that was imported or changed here since, and the accounts of
            partner users. This cannot be undone.
          </p>
          <p className="text-muted">Staff, their API tokens and invitations, the settings and the audit trail stay.</p>
          <Field
            label="Type the organization's name to confirm"
            hint={organization}
            error={errors.name}
            control={(ids) => <input {...ids} name="name" required autoComplete="off" className={CONTROL} />}
          />
        </>
      )}
    </ActionDialog>
  );
}
