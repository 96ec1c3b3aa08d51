import { CONTROL, Field } from "@/components/ui/field";
import type { ImportKindGuide } from "@/lib/contracts/import-kind";
import { MAPPED } from "./upload-address";

type ColumnMappingProps = { readonly columns: ImportKindGuide["columns"]; readonly headers: readonly string[] };

/** Required columns that the file's headers do not name: which header holds each? */
export function ColumnMapping({ columns, headers }: ColumnMappingProps) {
  return (
    <fieldset className="rounded-lg border border-warn/40 p-4">
      <legend className="px-1 text-sm font-medium text-warn">Which column of the file is meant?</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {columns.map((column) => (
          <Field
            key={column.name}
            label={column.name}
            hint={column.help}
            control={(ids) => (
              <select {...ids} name={`${MAPPED}${column.name}`} required className={CONTROL}>
                <option value="">Choose a header</option>
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
    </fieldset>
  );
}
