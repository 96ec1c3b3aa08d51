import { CONTROL } from "./field";

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  /** The empty choice, which narrows nothing. */
  readonly all: string;
  readonly value: string | undefined;
  /** `depth`: how far below the top of a tree, which blanks show that a browser keeps. */
  readonly options: readonly { readonly code: string; readonly name: string; readonly depth?: number }[];
  readonly phoneOnly?: boolean;
};

/** A filter with a few values, as wide as the one chosen. */
export function Choice({ name, label, all, value, options, phoneOnly = false }: ChoiceProps) {
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={value ?? ""}
      className={`${CONTROL} field-sizing-content w-auto! max-w-full max-sm:grow ${phoneOnly ? "sm:hidden" : ""}`}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.code} value={option.code}>
          {"\u2003".repeat(option.depth ?? 0)}
          {option.name}
        </option>
      ))}
    </select>
  );
}
