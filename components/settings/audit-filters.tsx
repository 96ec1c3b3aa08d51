import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import type { AuditFilter } from "@/lib/contracts/audit";
import { actionWords } from "./audit-words";

type AuditFiltersProps = { readonly filter: AuditFilter; readonly actions: readonly string[]; readonly children?: ReactNode };

export function AuditFilters({ filter, actions, children }: AuditFiltersProps) {
  return (
    <FilterForm action="/settings/audit" label="Filter events">
      {/* The key makes the fields follow the address when it changes by other means than this form. */}
      <div key={JSON.stringify(filter)} className="mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <Field
          label="Who"
          control={(ids) => (
            <input {...ids} type="search" name="who" defaultValue={filter.who} placeholder="Any name" className={`${CONTROL} sm:w-40!`} />
          )}
        />
        <Field
          label="Action"
          control={(ids) => (
            <select {...ids} name="action" defaultValue={filter.action ?? ""} className={`${CONTROL} sm:w-48!`}>
              <option value="">Any action</option>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {actionWords(action)}
                </option>
              ))}
            </select>
          )}
        />
        <Field
          label="What"
          control={(ids) => (
            <input {...ids} type="search" name="target" defaultValue={filter.target} placeholder="Such as run 3" className={`${CONTROL} sm:w-40!`} />
          )}
        />
        <Field
          label="From"
          control={(ids) => <input {...ids} type="date" name="from" defaultValue={filter.from} className={`${CONTROL} sm:w-36!`} />}
        />
        <Field
          label="Until"
          control={(ids) => <input {...ids} type="date" name="until" defaultValue={filter.until} className={`${CONTROL} sm:w-36!`} />}
        />
        <Button type="submit">Apply</Button>
        {children}
      </div>
    </FilterForm>
  );
}
