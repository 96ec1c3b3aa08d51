import type { FieldErrors } from "@/components/api/use-submission";
import { CONTROL, Field } from "@/components/ui/field";

type RegionFieldsProps = {
  readonly initial?: { readonly name: string; readonly parent: string | null; readonly weight: number | string | null };
  readonly errors: FieldErrors;
};

/** What can be said of a region besides its code. */
export function RegionFields({ initial, errors }: RegionFieldsProps) {
  return (
    <>
      <Field
        label="Name"
        error={errors.name}
        control={(ids) => <input {...ids} name="name" required maxLength={120} defaultValue={initial?.name} autoComplete="off" className={CONTROL} />}
      />
      <Field
        label="Lies in"
        hint="Code of another region; empty at the top of the tree."
        error={errors.parent}
        control={(ids) => <input {...ids} name="parent" maxLength={64} defaultValue={initial?.parent ?? ""} autoComplete="off" className={CONTROL} />}
      />
      <Field
        label="Weight"
        hint="Size of its market relative to the others, inhabitants for example. Empty while it is not known: then no potential is estimated."
        error={errors.weight}
        control={(ids) => (
          <input
            {...ids}
            name="weight"
            inputMode="decimal"
            defaultValue={initial?.weight ?? ""}
            autoComplete="off"
            className={`${CONTROL} text-right tabular-nums`}
          />
        )}
      />
    </>
  );
}

/** What RegionFields ask for, as the API takes it; a weight that is no number goes as it was typed, for the API to say so. */
export function regionOf(form: FormData): { name: string; parent: string | null; weight: number | string | null } {
  const parent = String(form.get("parent") ?? "").trim();
  const weight = String(form.get("weight") ?? "").trim();
  return {
    name: String(form.get("name")),
    parent: parent === "" ? null : parent,
    weight: weight === "" ? null : Number.isFinite(Number(weight)) ? Number(weight) : weight,
  };
}
