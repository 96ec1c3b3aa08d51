import { CONTROL, Field } from "@/components/ui/field";

type AmountFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly currency: string;
  readonly defaultValue?: string;
  readonly hint?: string;
  readonly error: string | undefined;
};

/** An amount of money as people type it; `readAmount` reads it. */
export function AmountField({ name, label, currency, defaultValue, hint, error }: AmountFieldProps) {
  return (
    <Field
      label={`${label}, ${currency}`}
      error={error}
      hint={hint}
      control={(ids) => (
        <input
          {...ids}
          name={name}
          required
          inputMode="decimal"
          autoComplete="off"
          defaultValue={defaultValue}
          className={`${CONTROL} text-right tabular-nums`}
        />
      )}
    />
  );
}
