"use client";

import { apiRequest } from "@/components/api/api-request";
import { formatMonth } from "@/components/format/date";
import { ActionDialog } from "@/components/ui/action-dialog";
import { CONTROL, Field } from "@/components/ui/field";

type AdoptDefaultProgramProps = {
  readonly organization: { readonly currency: string; readonly fiscalStartMonth: number };
  readonly effectiveFrom: string;
};

/** The way to a first program in one step. */
export function AdoptDefaultProgram({ organization: { currency, fiscalStartMonth }, effectiveFrom }: AdoptDefaultProgramProps) {
  return (
    <ActionDialog
      label="Use the default program…"
      title="Begin with the default program?"
      confirm="Publish it"
      working="Publishing…"
      failure="No program was published"
      fields={["effectiveFrom"]}
      act={(form) => apiRequest("POST", "/api/v1/programs/main/default", { effectiveFrom: form.get("effectiveFrom") })}
    >
      {(errors) => (
        <>
          <p>
            Performance, potential and fit, multiplied; tiers registered, silver, gold and elite. It counts in {currency}, in fiscal years that start
            in {formatMonth(fiscalStartMonth)}, and takes the product category that sells most for the core. Your organization's currency stays from
            then on.
          </p>
          <p className="text-muted">Nothing is shown to partners before a run is published, and a later version can change every rule.</p>
          <Field
            label="In effect from"
            hint="Runs as of this day or later are evaluated with it."
            error={errors.effectiveFrom}
            control={(ids) => <input {...ids} type="date" name="effectiveFrom" required defaultValue={effectiveFrom} className={CONTROL} />}
          />
        </>
      )}
    </ActionDialog>
  );
}
