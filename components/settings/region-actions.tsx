"use client";

import { apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";
import { CONTROL, Field } from "@/components/ui/field";
import type { Region } from "@/lib/contracts/region";
import { RegionFields, regionOf } from "./region-fields";

export function AddRegion() {
  return (
    <ActionDialog
      label="Add a region…"
      title="Add a region"
      confirm="Add"
      working="Adding…"
      failure="No region was added"
      fields={["code", "name", "parent", "weight"]}
      act={(form) => apiRequest("POST", "/api/v1/regions", { code: form.get("code"), ...regionOf(form) })}
    >
      {(errors) => (
        <>
          <Field
            label="Code"
            hint="As your files name it. A code never changes."
            error={errors.code}
            control={(ids) => <input {...ids} name="code" required maxLength={64} autoComplete="off" className={CONTROL} />}
          />
          <RegionFields errors={errors} />
        </>
      )}
    </ActionDialog>
  );
}

type OfRegionProps = { readonly region: Region };

export function EditRegion({ region: { code, name, parent, weight } }: OfRegionProps) {
  return (
    <ActionDialog
      label="Edit…"
      spokenLabel={`Edit… ${name}`}
      title={`Region ${name}`}
      confirm="Save"
      working="Saving…"
      failure="The region was not changed"
      fields={["name", "parent", "weight"]}
      act={(form) => apiRequest("POST", `/api/v1/regions/${encodeURIComponent(code)}`, regionOf(form))}
    >
      {(errors) => (
        <>
          <RegionFields initial={{ name, parent: parent?.code ?? null, weight }} errors={errors} />
          <p className="text-muted">
            Scores and tiers of published runs keep the name and the place of their day. Coverage is shown by today’s tree and weights, of past runs
            too.
          </p>
        </>
      )}
    </ActionDialog>
  );
}

export function RemoveRegion({ region: { code, name } }: OfRegionProps) {
  return (
    <ActionDialog
      label="Remove…"
      spokenLabel={`Remove… ${name}`}
      title={`Remove the region ${name}?`}
      confirm="Remove"
      working="Removing…"
      failure="The region was not removed"
      act={() => apiRequest("DELETE", `/api/v1/regions/${encodeURIComponent(code)}`)}
    >
      <p>No partner or region lies in it. Should a sale have been made in it, it stays.</p>
    </ActionDialog>
  );
}
