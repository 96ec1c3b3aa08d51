import { CONTROL, Field } from "@/components/ui/field";
import type { FORMAT_FIELDS } from "./upload-address";

type Option = {
  readonly name: (typeof FORMAT_FIELDS)[number];
  readonly label: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
};

const OPTIONS: readonly Option[] = [
  {
    name: "dateFormat",
    label: "Dates",
    choices: [
      ["", "2013-11-30"],
      ["MM/DD/YYYY", "11/30/2013"],
      ["DD/MM/YYYY", "30/11/2013"],
      ["DD.MM.YYYY", "30.11.2013"],
    ],
  },
  {
    name: "decimal",
    label: "Numbers",
    choices: [
      ["", "1,234.56"],
      [",", "1.234,56"],
    ],
  },
  {
    name: "delimiter",
    label: "Delimiter",
    choices: [
      ["", "Detect"],
      [",", "Comma"],
      [";", "Semicolon"],
      ["\t", "Tab"],
      ["|", "Bar"],
    ],
  },
  {
    name: "encoding",
    label: "Encoding",
    choices: [
      ["", "Detect"],
      ["utf-8", "UTF-8"],
      ["windows-1252", "Windows-1252"],
    ],
  },
];

/** How the file is written, where it is not our way. */
export function FormatOptions() {
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 items-center gap-2 text-sm text-muted hover:text-ink">
        <span aria-hidden className="transition-transform group-open:rotate-90">
          ›
        </span>
        How the file is written
      </summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {OPTIONS.map((option) => (
          <Field
            key={option.name}
            label={option.label}
            control={(ids) => (
              <select {...ids} name={option.name} className={CONTROL}>
                {option.choices.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          />
        ))}
        <Field
          label="Currency"
          hint="Where a line states none."
          control={(ids) => (
            <input
              {...ids}
              name="defaultCurrency"
              pattern="[A-Z]{3}"
              title="Three capital letters, such as USD"
              maxLength={3}
              placeholder="USD"
              className={CONTROL}
            />
          )}
        />
      </div>
    </details>
  );
}
