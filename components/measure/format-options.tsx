import { CONTROL, Field } from "@/components/ui/field";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import type { FORMAT_FIELDS } from "./upload-address";
import { formatFieldOf, saysFormat } from "./upload-settings";

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

type FormatOptionsProps = {
  /** As an earlier file was said to be. */
  readonly given: ImportBatch["format"] | undefined;
  /** The organization's own. */
  readonly currency: string;
};

/** How the file is written, where it is not our way. */
export function FormatOptions({ given, currency }: FormatOptionsProps) {
  const initial = (field: Option["name"] | "defaultCurrency") => (given === undefined ? "" : formatFieldOf(given, field));
  return (
    <details className="group" open={given !== undefined && saysFormat(given)}>
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
              <select {...ids} name={option.name} defaultValue={initial(option.name)} className={CONTROL}>
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
              title={`Three capital letters, such as ${currency}`}
              maxLength={3}
              placeholder={currency}
              defaultValue={initial("defaultCurrency")}
              className={CONTROL}
            />
          )}
        />
      </div>
    </details>
  );
}
