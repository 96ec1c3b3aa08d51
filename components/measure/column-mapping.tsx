import { counted, listed } from "@/components/format/number";
import { CONTROL, Field } from "@/components/ui/field";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import type { ImportKindGuide } from "@/lib/contracts/import-kind";
import { MAPPED } from "./upload-address";
import { headerFor } from "./upload-settings";

type Columns = ImportKindGuide["columns"];
type ColumnMappingProps = {
  /** Those that no header of the file fills by itself. */
  readonly columns: Columns;
  readonly headers: readonly string[];
  /** The headers that fill no column by themselves. */
  readonly unused: readonly string[];
  /** What was chosen for an earlier file. */
  readonly given: ImportBatch["format"] | undefined;
};

const NAMED = 5;

/** What the file's headers do not say by themselves: which of them hold the columns that must be there, and whether others hold one too. */
export function ColumnMapping({ columns, headers, unused, given }: ColumnMappingProps) {
  const required = columns.filter((column) => column.required);
  const optional = columns.filter((column) => !column.required);
  return (
    <>
      {required.length > 0 && (
        <fieldset className="rounded-lg border border-warn/40 p-4">
          <legend className="px-1 text-sm font-medium text-warn">Which column of the file is meant?</legend>
          <Choices columns={required} headers={unused.length > 0 ? unused : headers} given={given} />
        </fieldset>
      )}
      {optional.length > 0 && unused.length > required.length && (
        <details className="rounded-lg border border-line p-4" open={required.length > 0}>
          <summary className="cursor-pointer text-sm">
            Tierline does not know {counted(unused.length, "header")}: {namesOf(unused)}. Those that you choose for no column are not read.
          </summary>
          <div className="mt-4">
            <Choices columns={optional} headers={unused} given={given} />
          </div>
        </details>
      )}
    </>
  );
}

function namesOf(headers: readonly string[]): string {
  const more = headers.length - NAMED;
  return listed(more > 0 ? [...headers.slice(0, NAMED), `${more} more`] : headers);
}

function Choices({ columns, headers, given }: Omit<ColumnMappingProps, "unused">) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {columns.map((column) => (
        <Field
          key={column.name}
          label={column.name}
          hint={column.help}
          control={(ids) => (
            <select
              {...ids}
              name={`${MAPPED}${column.name}`}
              required={column.required}
              defaultValue={chosenBefore(given, column.name, headers)}
              className={CONTROL}
            >
              <option value="">{column.required ? "Choose a header" : "Not in the file"}</option>
              {headers
                .filter((header) => header !== "")
                .map((header) => (
                  <option key={header} value={header}>
                    {header}
                  </option>
                ))}
            </select>
          )}
        />
      ))}
    </div>
  );
}

function chosenBefore(given: ColumnMappingProps["given"], column: string, headers: readonly string[]): string {
  const header = given === undefined ? "" : headerFor(given, column);
  return headers.includes(header) ? header : "";
}
