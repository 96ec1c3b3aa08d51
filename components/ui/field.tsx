import { type ReactNode, useId } from "react";

/** How every text input and select looks. On a phone its letters are large enough that the browser does not zoom in. */
export const CONTROL =
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-raised px-2.5 text-sm max-sm:h-10 max-sm:text-base text-ink placeholder:text-muted disabled:opacity-55 aria-invalid:border-bad";

type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Gets the ids that tie the control to its label, hint and error. */
  readonly control: (ids: {
    readonly id: string;
    readonly "aria-describedby": string | undefined;
    readonly "aria-invalid": true | undefined;
  }) => ReactNode;
};

export function Field({ label, hint, error, control }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {control({ id, "aria-describedby": note ? `${id}-note` : undefined, "aria-invalid": error ? true : undefined })}
      {note && (
        <p id={`${id}-note`} className={`mt-1 text-xs ${error ? "text-bad" : "text-muted"}`}>
          {note}
        </p>
      )}
    </div>
  );
}
